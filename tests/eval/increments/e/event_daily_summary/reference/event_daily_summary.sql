with e as (
  select * from stg_mixpanel__event where event_type is not null and is_internal is distinct from true
), f as (
  select people_id, event_type, min(date_day) as first_day from e group by 1, 2
), a as (
  select e.event_type, e.date_day, count(*) as number_of_events, count(distinct e.people_id) as number_of_users,
    count(distinct case when e.date_day = f.first_day then e.people_id end) as number_of_new_users,
    count(distinct case when e.date_day > f.first_day then e.people_id end) as number_of_repeat_users,
    count(*) filter (where e.people_id is null) as number_of_anonymous_events,
    count(*) filter (where e.platform = 'web') as number_of_web_events,
    min(e.occurred_at) as first_event_at, max(e.occurred_at) as last_event_at,
    count(*) filter (where e.platform in ('ios', 'android')) as number_of_mobile_events,
    count(distinct e.session_id) as number_of_sessions
  from e left join f on f.people_id = e.people_id and f.event_type = e.event_type
  group by 1, 2
)
select md5(coalesce(cast(event_type as varchar), '_dbt_utils_surrogate_key_null_') || '-'
    || coalesce(cast(date_day as varchar), '_dbt_utils_surrogate_key_null_')) as unique_key,
  event_type, date_day, number_of_events, number_of_users, number_of_new_users, number_of_repeat_users,
  number_of_anonymous_events, number_of_web_events, first_event_at, last_event_at,
  sum(number_of_events) over (partition by event_type, date_trunc('month', date_day) order by date_day) as events_mtd,
  sum(number_of_new_users) over (partition by event_type order by date_day) as total_users_to_date,
  number_of_mobile_events, number_of_sessions,
  number_of_events / nullif(number_of_users, 0) as events_per_user,
  lag(number_of_events) over (partition by event_type order by date_day) as previous_number_of_events
from a
