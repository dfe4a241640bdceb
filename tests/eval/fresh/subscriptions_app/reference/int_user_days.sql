with days as (
    select
        e.user_id,
        cast(e.event_at as date) as activity_date,
        count(*) as event_count,
        count(distinct e.screen) as screen_count,
        arg_max(e.event_name, (e.event_at, e.event_id)) as last_event
    from app_events as e
    inner join stg_users as u on u.user_id = e.user_id
    where lower(e.event_name) <> 'heartbeat'
    group by e.user_id, cast(e.event_at as date)
),

sequenced as (
    select
        *,
        lag(activity_date) over (partition by user_id order by activity_date) as previous_active_date
    from days
)

select
    user_id,
    activity_date,
    event_count,
    screen_count,
    last_event,
    previous_active_date,
    coalesce(activity_date - previous_active_date = 1, false) as is_streak
from sequenced
