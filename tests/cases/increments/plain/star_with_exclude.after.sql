with trimmed as (
    select * exclude (segment, email), segment
    from customer
)
select
    customer_id,
    name,
    segment
from trimmed
