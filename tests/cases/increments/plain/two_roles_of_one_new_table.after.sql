with orders as (
    select * from orders
),

addresses as (
    select * from addresses
)

select
    o.order_id,
    o.amount,
    billing_addresses.city as billing_city,
    shipping_addresses.city as shipping_city
from orders as o
left join addresses as billing_addresses on o.billing_address_id = billing_addresses.address_id
left join addresses as shipping_addresses on o.shipping_address_id = shipping_addresses.address_id
