select distinct
    c.country as country
from orders as o
inner join customer as c
    on o.customer_id = c.customer_id
