select
    c.customer_id as customer_id,
    c.name as name
from customer as c
qualify row_number() over (partition by c.customer_id order by c.updated_at desc nulls last) = 1
