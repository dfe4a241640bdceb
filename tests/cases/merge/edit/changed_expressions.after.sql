select
    c.customer_id id,
    upper(trim(c.name))  as  name,  -- trimmed
    c.country_id country,
    sum(o.amount) / 100 as total
from customer c join orders o using (customer_id)
group by c.customer_id, upper(trim(c.name)), c.country_id
