select
    q.customer_id,
    row_number() over (partition by q.name order by q.customer_id) as place
from (
    select customer_id, name
    from customer
) q
qualify place = 1
