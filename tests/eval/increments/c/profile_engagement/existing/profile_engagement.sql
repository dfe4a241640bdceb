{% set event_types = ['received_email', 'opened_email', 'clicked_email'] %}

with people as (

    select *
    from {{ ref('stg_klaviyo__person') }}

), events as (

    select *
    from {{ ref('stg_klaviyo__event') }}
    where person_id is not null

), event_counts as (

    select
        person_id,
        {% for event_type in event_types %}
        sum(case when event_type = '{{ event_type }}' then 1 else 0 end) as {{ event_type }}_count,
        {% endfor %}
        min(occurred_at) as first_event_at,
        max(occurred_at) as last_event_at
    from events
    group by person_id

), final as (

    select
        people.person_id,
        people.email,
        people.city,
        people.created_at as joined_at,
        {% for event_type in event_types %}
        coalesce(event_counts.{{ event_type }}_count, 0) as {{ event_type }}_count,
        {% endfor %}
        event_counts.first_event_at,
        event_counts.last_event_at,
        date_diff('day', event_counts.first_event_at, event_counts.last_event_at) as days_engaged
    from people
    left join event_counts
        on event_counts.person_id = people.person_id

)

select *
from final
