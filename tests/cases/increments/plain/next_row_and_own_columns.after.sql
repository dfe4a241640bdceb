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
    was_active,
    lead(mrr) over (partition by customer_id order by month) as next_mrr,
    case when mrr > 0 and not was_active then 'new' when mrr <= 0 and was_active then 'churn' end as category
from changes
