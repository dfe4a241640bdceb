with trips as (
    select
        veh_id,
        cast(started_at as date) as day,
        count(*) as trips,
        cast(coalesce(sum(dist_m) filter (where dist_m >= 0), 0) / 1000 as decimal(10, 3)) as km
    from stg_trip
    group by veh_id, cast(started_at as date)
),

charging as (
    select veh_id, cast(started_at as date) as day, coalesce(sum(kwh), 0) as kwh
    from stg_charging
    where veh_id is not null
    group by veh_id, cast(started_at as date)
)

select
    coalesce(t.veh_id, c.veh_id) as veh_id,
    coalesce(t.day, c.day) as day,
    cast(coalesce(t.trips, 0) as integer) as trips,
    cast(coalesce(t.km, 0) as decimal(10, 3)) as km,
    cast(coalesce(c.kwh, 0) as decimal(10, 3)) as kwh,
    cast(round(coalesce(c.kwh, 0) / nullif(t.km, 0) * 100, 1) as decimal(10, 1)) as kwh_per_100km,
    case when c.veh_id is null then 'trips only' when t.veh_id is null then 'charging only' else 'both' end as seen_in
from trips as t
full join charging as c on t.veh_id = c.veh_id and t.day = c.day
