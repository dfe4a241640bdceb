select
    o.order_id as order_id
from orders as o
where
    o.customer_id not in (select b.customer_id from blocked as b)
    and exists(select 1 from blocked as x where x.customer_id = o.customer_id)
