with cleaned as (
    select
        nullif(trim(tap_id), '') as tap_id,
        lower(nullif(trim(agency_ref), '')) as agency_id,
        nullif(trim(customer_ref), '') as customer_id,
        nullif(trim(device_ref), '') as device_id,
        upper(nullif(trim(outcome), '')) as tap_outcome,
        nullif(trim(tap_ts_utc), '') as ts_text,
        try_cast(nullif(trim(tap_ts_utc), '') as timestamp) as tap_at_utc,
        nullif(trim(stop_ref), '') as stop_id,
        nullif(trim(stop_desc), '') as stop_name,
        nullif(trim(route_ref), '') as route_id,
        lower(nullif(trim(travel_dir), '')) as dir,
        try_cast(lat as decimal(9,6)) as latitude,
        try_cast(lon as decimal(9,6)) as longitude,
        nullif(trim(vehicle_ref), '') as vehicle_id,
        line_no,
        export_ts
    from raw_taps
),
latest as (
    select *
    from cleaned
    where tap_id is not null
    qualify row_number() over (partition by tap_id order by export_ts desc, line_no desc) = 1
)
select
    tap_id,
    agency_id,
    customer_id,
    device_id,
    tap_outcome,
    tap_at_utc,
    (tap_at_utc at time zone 'UTC') at time zone 'America/Los_Angeles' as tap_at_local,
    stop_id,
    stop_name,
    route_id,
    case
        when dir is null then null
        when dir in ('outbound', '0') then 'outbound'
        when dir in ('inbound', '1') then 'inbound'
        else 'other'
    end as direction,
    latitude,
    longitude,
    vehicle_id,
    md5(coalesce(agency_id, '') || '|' || coalesce(tap_id, '') || '|' || coalesce(ts_text, '')) as row_hash
from latest
