with parcels as (

    select
        order_id,
        count(*) as parcel_count,
        region
    from parcel
    group by 1, 3

)

select
    shop_order.order_id,
    client.name as client_name,
    coalesce(parcels.parcel_count, 0) as parcel_count,
    shop_order.region
from shop_order
left join client
    on client.client_id = shop_order.client_id and client.region = shop_order.region
left join parcels
    on parcels.order_id = shop_order.order_id and parcels.region = shop_order.region
