with bounds as (
    select date_trunc('week', min(ride_date)) as first_week, date_trunc('week', max(ride_date)) as last_week
    from fct_ride
),
weeks as (
    select cast(unnest(generate_series(first_week, last_week, interval 7 day)) as date) as week_start
    from bounds
),
agencies as (
    select distinct agency_id from fct_ride
),
counted as (
    select
        a.agency_id,
        w.week_start,
        count(r.micropayment_id) as ride_count,
        count(*) filter (where r.route_id = 'UNASSIGNED') as placeholder_route_count,
        count(*) filter (where r.micropayment_id is not null and r.route_id is null) as missing_route_count
    from agencies a
    cross join weeks w
    left join fct_ride r
        on r.agency_id = a.agency_id
        and r.ride_date between w.week_start and w.week_start + 6
    group by a.agency_id, w.week_start
)
select
    agency_id,
    week_start,
    ride_count,
    placeholder_route_count,
    missing_route_count,
    placeholder_route_count + missing_route_count as unlabelled_count,
    cast(round((placeholder_route_count + missing_route_count) * 100.0 / nullif(ride_count, 0), 2) as decimal(5,2)) as unlabelled_pct,
    rank() over (partition by agency_id order by week_start desc) as recency_rank
from counted
