select
    o.order_id as order_id,
    c.country as country
from orders as o
left join customer as c
    on o.customer_id = c.customer_id
