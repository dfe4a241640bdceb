select t.service_date, t.feed_key, d.name as gtfs_dataset_name, d.base64_url, r.route_id, coalesce(r.route_short_name, 'unnamed') as route_short_name,
 r.route_type, count(*) as n_trips, count(distinct t.trip_id) as n_distinct_trips, sum(t.service_hours) as ttl_service_hours, sum(t.num_stops) as ttl_stops,
 r.route_long_name, upper(r.route_color) as route_color, min(t.first_departure_ts) as first_departure, d.regional_feed_type
from fct_scheduled_trips t left join dim_routes r on r.feed_key = t.feed_key and r.route_id = t.route_id
left join dim_gtfs_datasets d on d.key = t.gtfs_dataset_key
where t.service_date >= date '2024-07-01'
group by all
