select
    customer_id,
    name, -- last
    customer.segment,
from customer
