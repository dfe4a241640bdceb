with days as (
    select cast(unnest(generate_series(date '2025-03-01', date '2025-03-10', interval 1 day)) as date) as day
),

counted as (
    select
        d.day,
        count(s.session_id) as sessions,
        coalesce(sum(s.page_views), 0) as page_views,
        count(*) filter (where s.is_bounce) as bounces
    from days as d
    left join fct_sessions as s on s.session_date = d.day
    group by d.day
)

select
    day,
    sessions,
    page_views,
    cast(round(bounces / nullif(sessions, 0), 4) as decimal(5, 4)) as bounce_rate,
    sum(sessions) over (order by day) as sessions_to_date
from counted
