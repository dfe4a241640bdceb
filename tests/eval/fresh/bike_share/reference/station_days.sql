with days as (
    select cast(d as date) as activity_date
    from generate_series(timestamp '2024-06-01', timestamp '2024-06-07', interval 1 day) as g(d)
),

departed as (
    select
        trip_date,
        start_station_id as station_id,
        count(*) as departures,
        count(*) filter (where rider_type = 'member') as by_members
    from fct_trips
    group by trip_date, start_station_id
),

arrived as (
    select
        trip_date,
        end_station_id as station_id,
        count(*) as arrivals
    from fct_trips
    group by trip_date, end_station_id
),

counted as (
    select
        d.activity_date,
        s.station_id,
        s.station_name,
        coalesce(o.departures, 0) as departures,
        coalesce(a.arrivals, 0) as arrivals,
        o.by_members
    from days as d
    cross join stg_stations as s
    left join departed as o on o.trip_date = d.activity_date and o.station_id = s.station_id
    left join arrived as a on a.trip_date = d.activity_date and a.station_id = s.station_id
)

select
    activity_date,
    station_id,
    station_name,
    departures,
    arrivals,
    arrivals - departures as net_flow,
    sum(arrivals - departures) over (partition by station_id order by activity_date) as net_flow_to_date,
    round(100.0 * by_members / nullif(departures, 0), 1) as member_share_pct,
    lag(departures) over (partition by station_id order by activity_date) as departures_day_before,
    rank() over (partition by activity_date order by departures desc) as departure_rank,
    departures = 0 and arrivals = 0 as is_idle
from counted
