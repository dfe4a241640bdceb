{{
    config(
        materialized='incremental',
        unique_key='unique_key'
    )
}}

with events as (

    select
        event_id,
        event_type,
        date_day,
        people_id,
        occurred_at,
        insert_id,
        platform
    from {{ ref('stg_mixpanel__event') }}
    where event_type is not null
    {% if is_incremental() %}
    and date_day >= (select max(date_day) from {{ this }})
    {% endif %}

),

first_events as (

    select
        people_id,
        event_type,
        min(date_day) as first_date_day
    from events
    group by 1, 2

),

agg as (

    select
        events.event_type,
        events.date_day,
        count(*) as number_of_events,
        count(distinct events.people_id) as number_of_users,
        count(distinct case when events.date_day = first_events.first_date_day then events.people_id end) as number_of_new_users,
        count(distinct case when events.date_day > first_events.first_date_day then events.people_id end) as number_of_repeat_users,
        count(case when events.people_id is null then 1 end) as number_of_anonymous_events,
        count(case when events.platform = 'web' then 1 end) as number_of_web_events,
        min(events.occurred_at) as first_event_at,
        max(events.occurred_at) as last_event_at
    from events
    left join first_events
        on first_events.people_id = events.people_id
        and first_events.event_type = events.event_type
    group by 1, 2

),

windowed as (

    select
        *,
        sum(number_of_events) over (partition by event_type, {{ dbt.date_trunc('month', 'date_day') }} order by date_day rows between unbounded preceding and current row) as events_mtd,
        sum(number_of_new_users) over (partition by event_type order by date_day rows between unbounded preceding and current row) as total_users_to_date
    from agg

),

final as (

    select
        {{ dbt_utils.generate_surrogate_key(['event_type', 'date_day']) }} as unique_key,
        *
    from windowed

)

select *
from final
