select
    o.customer_id,
    o.id as order_id,
    o.status,
    coalesce(o.discount, 0) as discount,
    lag(o.amount) over (partition by o.customer_id order by o.id) as amount_before
from orders o
where o.amount is not null
qualify row_number() over (partition by o.customer_id order by o.amount desc, o.id) = 1
