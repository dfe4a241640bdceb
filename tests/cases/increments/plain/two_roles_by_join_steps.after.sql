with orders as (
    select * from orders
),

addresses as (
    select * from addresses
)

select
    o.order_id,
    o.amount,
    billing.city as billing_city,
    shipping.city as shipping_city
from orders as o
left join addresses as billing on o.billing_address_id = billing.address_id
left join addresses as shipping on o.shipping_address_id = shipping.address_id
