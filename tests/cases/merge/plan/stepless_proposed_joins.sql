select
    orders.order_id as order_id,
    dim_customers.name as name,
    cast(null as INTEGER) as degrees
from orders
left join dim_customers
    on orders.customer_id = dim_customers.id
