with both_modes as (
    select
        'R-' || lpad(cast(trip_no as varchar), 6, '0') as consignment_id,
        'road' as mode,
        customer as shipper,
        goods,
        load_date as picked_up_on,
        unload_date as delivered_on,
        from_town as origin,
        to_town as destination,
        gross_kg as weight_kg,
        freight_eur
    from road_trips
    where state is distinct from 'CANC'
    union all
    select
        'T-' || r.wb,
        'rail',
        r.consignor,
        r.commodity,
        cast(r.accepted as date),
        cast(r.delivered as date),
        coalesce(o.town, r.origin_station),
        coalesce(d.town, r.dest_station),
        r.weight_t * 1000,
        cast(r.charge_ct / 100 as decimal(12, 2))
    from rail_waybills as r
    left join stations as o on o.code = r.origin_station
    left join stations as d on d.code = r.dest_station
    where coalesce(r.cancelled, '') = ''
)

select
    consignment_id,
    mode,
    shipper,
    goods,
    picked_up_on,
    delivered_on,
    origin,
    destination,
    weight_kg,
    case
        when weight_kg is null then 'unknown'
        when weight_kg < 1000 then 'light'
        when weight_kg <= 10000 then 'medium'
        else 'heavy'
    end as weight_class,
    freight_eur
from both_modes
