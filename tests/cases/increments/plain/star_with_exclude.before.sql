with trimmed as (
    select * exclude (segment, email)
    from customer
)
select
    customer_id,
    name
from trimmed
