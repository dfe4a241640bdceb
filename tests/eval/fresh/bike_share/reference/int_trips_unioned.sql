with new_trips as (
    select *
    from raw_trips_new
    qualify row_number() over (partition by ride_id order by loaded_at desc) = 1
)

select
    'T-' || trip_no as trip_id,
    'old' as source_layout,
    start_time as started_at,
    end_time as ended_at,
    from_station as start_station_id,
    to_station as end_station_id,
    case when usertype = 'Subscriber' then 'member' else 'casual' end as rider_type,
    'classic' as bike_type
from raw_trips_old
where end_time is not null
union all
select
    ride_id as trip_id,
    'new' as source_layout,
    started_at,
    ended_at,
    start_station as start_station_id,
    end_station as end_station_id,
    case when member_casual = 'member' then 'member' else 'casual' end as rider_type,
    lower(rideable_type) as bike_type
from new_trips
where ended_at is not null
