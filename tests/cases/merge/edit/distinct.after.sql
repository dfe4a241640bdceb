select distinct c.customer_id, c.name, c.segment
from customer c
