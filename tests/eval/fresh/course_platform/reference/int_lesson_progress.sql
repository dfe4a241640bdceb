with events as (
    select distinct e.*
    from raw_lesson_events as e
    inner join stg_enrollments as s on s.enrollment_id = e.enrollment_id
    where e.event_name <> 'heartbeat'
),

latest as (
    select *
    from events
    qualify row_number() over (partition by enrollment_id order by occurred_at desc, lesson_no desc) = 1
),

grouped as (
    select
        enrollment_id,
        min(occurred_at) as first_event_at,
        max(occurred_at) as last_event_at,
        count(distinct lesson_no) filter (where event_name = 'lesson_completed') as lessons_completed,
        count(distinct cast(occurred_at as date)) as active_days,
        cast(round(sum(coalesce(seconds_watched, 0)) / 60, 1) as decimal(10, 1)) as minutes_watched
    from events
    group by enrollment_id
)

select
    g.*,
    l.lesson_no as last_lesson_no
from grouped as g
inner join latest as l on l.enrollment_id = g.enrollment_id
