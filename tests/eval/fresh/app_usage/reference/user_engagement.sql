with kept_events as (
    select *
    from events
    qualify row_number() over (partition by event_id order by received_at) = 1
),

counted_events as (
    select *
    from kept_events
    where occurred_at < timestamp '2024-07-01 00:00:00'
),

per_user as (
    select
        user_id,
        min(occurred_at) as first_event_at,
        max(occurred_at) as last_event_at,
        count(*) as total_events,
        count(distinct cast(occurred_at as date)) as active_days,
        count(*) filter (where event_name = 'export_created') as exports_created
    from counted_events
    group by user_id
),

per_platform as (
    select
        user_id,
        platform
    from counted_events
    group by user_id, platform
    qualify row_number() over (partition by user_id order by count(*) desc, platform) = 1
)

select
    u.user_id,
    u.country,
    lower(split_part(u.email, '@', 2)) as email_domain,
    cast(date_trunc('month', u.signed_up_at) as date) as signup_month,
    coalesce(p.plan_name, 'Free') as plan_name,
    e.first_event_at,
    e.last_event_at,
    coalesce(e.total_events, 0) as total_events,
    coalesce(e.active_days, 0) as active_days,
    coalesce(e.exports_created, 0) as exports_created,
    f.platform as main_platform,
    case
        when coalesce(e.active_days, 0) = 0 then 'inactive'
        when e.active_days <= 2 then 'low'
        when e.active_days <= 4 then 'medium'
        else 'high'
    end as engagement_level,
    date '2024-06-30' - cast(e.last_event_at as date) as days_since_last_event
from users as u
left join plans as p on p.plan_code = u.plan_code
left join per_user as e on e.user_id = u.user_id
left join per_platform as f on f.user_id = u.user_id
where not u.is_employee
