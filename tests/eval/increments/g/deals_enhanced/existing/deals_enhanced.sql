{{ config(enabled=var('hubspot_deal_enabled', True)) }}

with deals as (

    select *
    from {{ ref('stg_hubspot__deal') }}

), pipelines as (

    select *
    from {{ ref('stg_hubspot__deal_pipeline') }}

), pipeline_stages as (

    select *
    from {{ ref('stg_hubspot__deal_pipeline_stage') }}

{% if var('hubspot_owner_enabled', True) %}
), owners as (

    select *
    from {{ ref('stg_hubspot__owner') }}

{% endif %}
), deal_fields_joined as (

    select
        deals.deal_id,
        deals.deal_name,
        deals.deal_pipeline_id,
        deals.deal_pipeline_stage_id,
        deals.owner_id,
        deals.amount,
        deals.deal_type,
        deals.created_at,
        deals.closed_at,
        coalesce(pipelines.pipeline_label, 'no pipeline') as pipeline_label,
        coalesce(pipelines.is_active, false) as is_pipeline_active,
        pipelines.display_order as pipeline_display_order,
        pipeline_stages.pipeline_stage_label,
        pipeline_stages.probability as pipeline_stage_probability,
        pipeline_stages.display_order as pipeline_stage_display_order

        {% if var('hubspot_owner_enabled', True) %}
        , owners.email_address as owner_email_address
        , owners.full_name as owner_full_name
        {% endif %}

        {{ fivetran_utils.persist_pass_through_columns('hubspot__deal_pass_through_columns', identifier='deals') }}

    from deals
    left join pipelines
        on deals.deal_pipeline_id = pipelines.deal_pipeline_id
    left join pipeline_stages
        on deals.deal_pipeline_stage_id = pipeline_stages.deal_pipeline_stage_id

    {% if var('hubspot_owner_enabled', True) %}
    left join owners
        on deals.owner_id = owners.owner_id
    {% endif %}

)

select *
from deal_fields_joined
