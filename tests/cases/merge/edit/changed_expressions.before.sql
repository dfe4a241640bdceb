select
    c.customer_id id,
    trim( c.name /* raw */ )  as  name,  -- trimmed
    c.country_id + 0 country,
    sum(o.amount) as total
from customer c join orders o using (customer_id)
group by c.customer_id, trim(c.name), c.country_id + 0
