with shipments as (

    select
        shipment_id,
        weight,
        price,
        unit
    from shipment

)

select
    shipment_id,
    case when unit = 'g' then weight / 1000 else weight end as weight_kg, -- all of them in kg so far
    price
from shipments;
