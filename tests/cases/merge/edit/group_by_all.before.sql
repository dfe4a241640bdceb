select
    c.customer_id,
    sum(o.amount) as total
from customer as c
left join orders as o on o.customer_id = c.customer_id
group by all
