{{ config(materialized='table') }}

WITH fct_scheduled_trips AS (
    SELECT *
    FROM {{ ref('fct_scheduled_trips') }}
),

dim_gtfs_datasets AS (
    SELECT *
    FROM {{ ref('dim_gtfs_datasets') }}
),

dim_routes AS (
    SELECT *
    FROM {{ ref('dim_routes') }}
),

trips_with_routes AS (
    SELECT
        t1.service_date,
        t1.feed_key,
        t1.gtfs_dataset_key,
        t1.trip_id,
        t1.service_hours,
        t1.num_stops,
        t2.route_id,
        t2.route_short_name,
        t2.route_type
    FROM fct_scheduled_trips AS t1
    LEFT JOIN dim_routes AS t2
        ON t1.feed_key = t2.feed_key
            AND t1.route_id = t2.route_id
    WHERE t1.service_date >= DATE '2025-01-01'
),

service_agg AS (
    SELECT
        service_date,
        feed_key,
        gtfs_dataset_key,
        route_id,
        route_short_name,
        route_type,
        COUNT(*) AS n_trips,
        SUM(service_hours) AS ttl_service_hours,
        SUM(num_stops) AS ttl_stops,
        COUNT(DISTINCT trip_id) AS n_distinct_trips
    FROM trips_with_routes
    GROUP BY 1, 2, 3, 4, 5, 6
),

scheduled_service_daily AS (
    SELECT
        service_agg.service_date,
        service_agg.feed_key,
        datasets.name AS gtfs_dataset_name,
        datasets.base64_url,
        service_agg.route_id,
        COALESCE(service_agg.route_short_name, 'unnamed') AS route_short_name,
        service_agg.route_type,
        service_agg.n_trips,
        service_agg.n_distinct_trips,
        service_agg.ttl_service_hours,
        service_agg.ttl_stops
    FROM service_agg
    LEFT JOIN dim_gtfs_datasets AS datasets
        ON service_agg.gtfs_dataset_key = datasets.key
)

SELECT * FROM scheduled_service_daily
