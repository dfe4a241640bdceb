select
    customer_id,
    name, -- last
    segment,
from customer
