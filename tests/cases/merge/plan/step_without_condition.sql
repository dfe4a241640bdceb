select
    customer.country as country
from orders
left join customer
    on orders.customer_id = customer.id
