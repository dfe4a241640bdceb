{% set status_enabled = var('marketo__status_enabled', True) %}

with leads as (

    select *
    from {{ ref('stg_marketo__lead') }}
    where not coalesce(is_deleted, false)

),

{% if status_enabled %}
ranked_status as (

    select
        *,
        row_number() over (partition by lead_id order by changed_at desc) as recency
    from {{ ref('stg_marketo__lead_status_history') }}

), latest_status as (

    select *
    from ranked_status
    where recency = 1

),
{% endif %}

deliveries as (

    select *
    from {{ ref('stg_marketo__email_delivery') }}

), email_stats as (

    select
        lead_id,
        count(distinct delivery_id) as count_sends
    from deliveries
    group by lead_id

), joined as (

    select
        leads.lead_id,
        leads.email,
        leads.first_name,
        leads.last_name,
        leads.company_name,
        leads.phone,
        leads.lead_source as source,
        leads.score,
        leads.created_at,
        {% if status_enabled %}
        latest_status.status as current_status,
        latest_status.changed_at as status_since,
        {% endif %}
        coalesce(email_stats.count_sends, 0) as count_sends
    from leads
    {% if status_enabled %}
    left join latest_status
        on leads.lead_id = latest_status.lead_id
    {% endif %}
    left join email_stats
        on leads.lead_id = email_stats.lead_id

)

select *
from joined
