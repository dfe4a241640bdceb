with changes as (
    select
        *,
        coalesce(lag(mrr > 0) over (partition by customer_id order by month), false) as was_active
    from revenue
)

select
    month,
    customer_id,
    mrr,
    was_active
from changes
