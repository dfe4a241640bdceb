{% set engagement_metrics = ['count_calls', 'count_emails'] %}
{% set email_metrics = adapter.get_columns_in_relation(ref('int_crm__email_metrics__by_contact')) %}

{{ config(enabled=var('crm_marketing_enabled', true) and var('crm_contact_enabled', true)) }}

with contacts as (

    select *
    from {{ ref('int_crm__contact_merge_adjust') }}

{% if fivetran_utils.enabled_vars(['crm_engagement_enabled', 'crm_engagement_contact_enabled']) %}

), engagements as (

    select *
    from {{ ref('int_crm__engagement_metrics__by_contact') }}

), engagements_joined as (

    select
        contacts.*,
        {% for metric in engagement_metrics %}
        coalesce(engagements.{{ metric }},0) as {{ metric }} {% if not loop.last %},{% endif %}
        {% endfor %}
    from contacts
    left join engagements
        using (contact_id)

)

select *
from engagements_joined

{% else %}

)

select *
from contacts

{% endif %}
