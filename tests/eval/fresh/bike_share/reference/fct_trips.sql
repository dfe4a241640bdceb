select
    t.trip_id,
    t.rider_type,
    t.bike_type,
    cast(t.started_at as date) as trip_date,
    case
        when hour(t.started_at) between 6 and 9 then 'morning peak'
        when hour(t.started_at) between 16 and 18 then 'evening peak'
        else 'off peak'
    end as day_part,
    t.start_station_id,
    s.station_name as start_station_name,
    t.end_station_id,
    coalesce(e.station_name, 'Unknown') as end_station_name,
    coalesce(t.start_station_id = t.end_station_id, false) as is_round_trip,
    round(date_diff('second', t.started_at, t.ended_at) / 60.0, 1) as duration_minutes,
    case when w.is_wet then 'wet' when not w.is_wet then 'dry' else 'unknown' end as weather,
    row_number() over (
        partition by cast(t.started_at as date), t.start_station_id
        order by t.started_at, t.trip_id
    ) as trip_seq
from int_trips_unioned as t
inner join stg_stations as s on s.station_id = t.start_station_id
left join stg_stations as e on e.station_id = t.end_station_id
left join int_weather_daily as w on w.weather_date = cast(t.started_at as date)
where date_diff('second', t.started_at, t.ended_at) >= 60
