with monthly as (
    select
        customer_id,
        month_start,
        cast(sum(recurring_amount) as decimal(12,2)) as recurring_revenue,
        cast(sum(one_time_amount) as decimal(12,2)) as one_time_revenue
    from customer_day
    group by customer_id, month_start
),
compared as (
    select
        *,
        lag(recurring_revenue) over (partition by customer_id order by month_start) as previous_recurring_revenue,
        cast(sum(recurring_revenue) over (partition by customer_id order by month_start rows unbounded preceding) as decimal(12,2)) as recurring_running_total
    from monthly
)
select
    customer_id,
    month_start,
    recurring_revenue,
    one_time_revenue,
    previous_recurring_revenue,
    recurring_running_total,
    case
        when previous_recurring_revenue is null and recurring_revenue > 0 then 'new'
        when previous_recurring_revenue is null then 'none'
        when previous_recurring_revenue = 0 and recurring_revenue > 0 then 'reactivated'
        when previous_recurring_revenue > 0 and recurring_revenue = 0 then 'churned'
        when recurring_revenue > previous_recurring_revenue then 'expansion'
        when recurring_revenue < previous_recurring_revenue then 'contraction'
        else 'unchanged'
    end as movement
from compared
