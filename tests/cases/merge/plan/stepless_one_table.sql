select
    customer.customer_id as customer_id,
    customer.name as name
from customer
