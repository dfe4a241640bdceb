select
    c.customer_id,
    sum(o.amount) as total,
    c.segment,
    min(o.ordered_on) as first_order
from customer as c
left join orders as o on o.customer_id = c.customer_id
group by all
