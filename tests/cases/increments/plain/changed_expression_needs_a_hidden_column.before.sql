with shipments as (

    select
        shipment_id,
        weight,
        price
    from shipment

)

select
    shipment_id,
    weight as weight_kg, -- all of them in kg so far
    price
from shipments;
