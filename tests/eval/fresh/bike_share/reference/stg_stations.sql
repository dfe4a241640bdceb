select
    station_id,
    trim(name) as station_name,
    coalesce(district, 'Unassigned') as district,
    docks as capacity,
    case when docks >= 30 then 'large' when docks >= 15 then 'medium' when docks is not null then 'small' end as size_class
from raw_stations
where is_test is distinct from true
