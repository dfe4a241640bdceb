{{ config(materialized='table', tags=['klaviyo']) }}

with events as (

    select
        *,
        coalesce(campaign_id, flow_id) as touch_id,
        case when campaign_id is not null then 'campaign' else 'flow' end as touch_type
    from {{ ref('stg_klaviyo__event') }}
    where coalesce(campaign_id, flow_id) is not null
        and person_id is not null
),

persons as (

    select *
    from {{ ref('stg_klaviyo__person') }}
),

campaigns as (

    select *
    from {{ ref('stg_klaviyo__campaign') }}
),

event_metrics as (

    select
        person_id,
        touch_id,
        touch_type,
        min(occurred_at) as first_event_at,
        max(occurred_at) as last_event_at,
        count(*) as count_events
        {% for metric in ['Received Email', 'Opened Email', 'Clicked Email'] %}
        , sum(case when type = '{{ metric }}' then 1 else 0 end) as {{ 'count_' ~ metric | lower | replace(' ', '_') }}
        {% endfor %}
        , sum(case when type = 'Placed Order' then coalesce(numeric_value, 0) else 0 end) as sum_revenue
    from events
    group by 1, 2, 3
),

joined as (

    select
        event_metrics.person_id,
        event_metrics.touch_id,
        event_metrics.touch_type,
        persons.email,
        persons.country,
        campaigns.subject,
        event_metrics.first_event_at,
        event_metrics.last_event_at,
        event_metrics.count_events,
        event_metrics.count_received_email,
        event_metrics.count_opened_email,
        event_metrics.count_clicked_email,
        event_metrics.sum_revenue
    from event_metrics
    left join persons
        on event_metrics.person_id = persons.person_id
    left join campaigns
        on event_metrics.touch_id = campaigns.campaign_id
)

select *
from joined
