select
    carrier_code,
    count(*) as shipments,
    coalesce(sum(weight_kg), 0) as total_kg,
    cast(round(avg(weight_kg), 2) as decimal(12, 2)) as average_kg,
    count(*) - count(arrived_at) as open_shipments,
    sum(freight_usd) as freight_usd,
    max(booked_on) as last_booking,
    cast(round(count(*) filter (where hazard = 'Y') / count(*), 4) as decimal(7, 4)) as hazard_share
from shipment
group by carrier_code
