with scans as (
    select
        shp_no,
        min(scan_ts) filter (where scan_cd = 'PU') as picked_up_at,
        max(scan_ts) filter (where scan_cd = 'DL') as delivered_at,
        count(*) filter (where scan_cd in ('DL', 'NA')) as delivery_attempts,
        arg_max(scan_cd, scan_ts) as last_scan_code
    from SCAN
    group by shp_no
),

joined as (
    select
        s.*,
        case when s.weight_kg is null or s.weight_kg = 0 then 0.5 * s.pieces else s.weight_kg end as weight,
        c.carrier_name,
        z.zone_cd,
        sc.picked_up_at,
        sc.delivered_at,
        sc.delivery_attempts,
        sc.last_scan_code
    from SHIPMENT as s
    left join CARRIER as c on c.carrier_cd = s.carrier_cd
    left join ZONE as z on z.country = s.to_country
    left join scans as sc on sc.shp_no = s.shp_no
    where s.cancel_flag is null
)

select
    shp_no as shipment_no,
    ltrim(order_ref, '0') as order_ref,
    coalesce(carrier_name, carrier_cd) as carrier_name,
    case svc when 'EX' then 'Express' when 'EC' then 'Economy' else 'Standard' end as service_level,
    coalesce(zone_cd, 'INT') as destination_zone,
    replace(replace(upper(to_zip), ' ', ''), '-', '') as postcode,
    weight as weight_kg,
    case when weight < 1 then 'S' when weight < 5 then 'M' when weight < 20 then 'L' else 'XL' end as weight_class,
    picked_up_at,
    delivered_at,
    coalesce(delivery_attempts, 0) as delivery_attempts,
    last_scan_code,
    date_diff('day', cast(picked_up_at as date), cast(delivered_at as date)) as transit_days,
    case
        when delivered_at is null then 'OPEN'
        when cast(delivered_at as date) <= promised_dt then 'Y'
        else 'N'
    end as on_time
from joined
