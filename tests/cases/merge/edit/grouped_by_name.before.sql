select
    c.customer_id
    , count(*) as orders
from customer c
left join orders o
    on o.customer_id = c.customer_id
group by
    c.customer_id
    , c.name
