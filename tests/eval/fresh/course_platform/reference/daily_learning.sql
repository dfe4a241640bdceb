with events as (
    select distinct
        e.event_id,
        e.event_name,
        cast(e.occurred_at as date) as day,
        f.user_id
    from raw_lesson_events as e
    inner join fct_enrollments as f on f.enrollment_id = e.enrollment_id
    where e.event_name <> 'heartbeat'
),

days as (
    select cast(d as date) as activity_date
    from generate_series(timestamp '2024-03-01', timestamp '2024-03-07', interval 1 day) as g(d)
),

daily as (
    select
        d.activity_date,
        count(distinct e.user_id) as active_learners,
        count(e.event_id) filter (where e.event_name = 'lesson_completed') as lessons_completed
    from days as d
    left join events as e on e.day = d.activity_date
    group by d.activity_date
),

ever as (
    select
        d.activity_date,
        count(distinct e.user_id) as learners_to_date
    from days as d
    left join events as e on e.day between date '2024-03-01' and d.activity_date
    group by d.activity_date
)

select
    d.activity_date,
    d.active_learners,
    d.lessons_completed,
    v.learners_to_date,
    d.active_learners - lag(d.active_learners) over (order by d.activity_date) as change_vs_day_before
from daily as d
inner join ever as v on v.activity_date = d.activity_date
