select
    old_customer.customer_id as customer_id
from old_customer

union

select
    new_customer.customer_id as customer_id
from new_customer
