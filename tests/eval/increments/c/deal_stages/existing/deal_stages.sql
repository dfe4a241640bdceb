{{ config(enabled=var('hubspot__deals_enabled', true), materialized='view') }}

with history as (

    select *
    from {{ ref('stg_hubspot__deal_stage_history') }}

), deals as (

    select *
    from {{ ref('stg_hubspot__deal') }}

), stages as (

    select *
    from {{ ref('stg_hubspot__pipeline_stage') }}

), pipelines as (

    select *
    from {{ ref('stg_hubspot__pipeline') }}

{% if var('hubspot__owners_enabled', true) %}
), owners as (

    select *
    from {{ ref('stg_hubspot__owner') }}

{% endif %}
), timed as (

    select
        deal_id,
        stage_id,
        entered_at,
        lead(entered_at) over (partition by deal_id order by entered_at) as exited_at
    from history

), joined as (

    select
        timed.deal_id,
        timed.stage_id,
        deals.deal_name,
        deals.amount,
        stages.stage_label,
        pipelines.pipeline_label,
        {% if var('hubspot__owners_enabled', true) %}
        lower(owners.email) as owner_email,
        {% endif %}
        timed.entered_at,
        timed.exited_at,
        timed.exited_at is null as is_current_stage
    from timed
    inner join deals
        on deals.deal_id = timed.deal_id
    left join stages
        on stages.stage_id = timed.stage_id
    left join pipelines
        on pipelines.pipeline_id = deals.pipeline_id
    {% if var('hubspot__owners_enabled', true) %}
    left join owners
        on owners.owner_id = deals.owner_id
    {% endif %}

)

select *
from joined
