select
    c.customer_id
    , count(*) as orders
    , c.segment
from customer c
left join orders o
    on o.customer_id = c.customer_id
group by
    c.customer_id
    , c.name
    , c.segment
