select
    c.customer_id,
    c.name,
    sum(o.amount) as total
from customer c
join orders o on o.customer_id = c.customer_id
group by 1, 2
having sum(o.amount) > 0
