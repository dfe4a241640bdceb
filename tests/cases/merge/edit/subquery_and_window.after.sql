select
    q.customer_id,
    row_number() over (partition by q.name order by q.customer_id) as place,
    q.segment
from (
    select customer_id, name, segment
    from customer
) q
qualify place = 1
