select
    s.shipment_no,
    cast(substring(s.shipment_no, 3) as integer) as running_no,
    s.carrier_code,
    c.carrier_name,
    s.booked_on,
    cast(s.eta as date) as expected_on,
    case when s.arrived_at < s.eta then 0 else date_diff('minute', s.eta, s.arrived_at) end as minutes_late,
    case when s.arrived_at is null then 'open' when s.arrived_at > s.eta then 'late' else 'on time' end
        as arrival_state,
    cast(s.weight_kg / 1000 as decimal(10, 3)) as weight_t,
    case when s.volume_m3 <> 0 then cast(round(s.weight_kg / s.volume_m3, 2) as decimal(12, 2)) end as density,
    greatest(coalesce(s.weight_kg, 0), coalesce(s.volume_m3, 0) * 167) as chargeable_kg,
    cast(round(s.freight_usd / s.weight_kg, 4) as decimal(12, 4)) as freight_per_kg,
    nullif(upper(trim(s.incoterm)), '') as incoterm,
    coalesce(s.hazard <> 'N', false) as is_hazardous,
    s.origin_port || '>' || s.dest_port as lane
from shipment as s
left join carrier as c on c.carrier_code = s.carrier_code
