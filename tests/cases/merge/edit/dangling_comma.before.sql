select
    customer_id,
    name, -- last
from customer
