select distinct c.customer_id, c.name
from customer c
