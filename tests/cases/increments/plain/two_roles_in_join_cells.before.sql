with orders as (
    select * from orders
)

select
    o.order_id,
    o.amount
from orders as o
