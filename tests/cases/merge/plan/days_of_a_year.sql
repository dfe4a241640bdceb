select
    days.calendar_date as calendar_date,
    coalesce(v.visits, 0) as visits
from (select cast(unnest(generate_series(date '2024-01-01', date '2024-12-31', interval 1 day)) as date) as calendar_date) as days
left join (
    select
        v.visited_on as visited_on,
        count(v.visit_id) as visits
    from visit as v
    group by v.visited_on
) as v
    on v.visited_on = days.calendar_date
