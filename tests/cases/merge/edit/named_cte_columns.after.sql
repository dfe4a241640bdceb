with recursive final (id, title) as not materialized (
    select customer_id, name from customer
)
select *, upper(title) as label
from final f
