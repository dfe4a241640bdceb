with first_order as (
    select b.customer_id, min(cast(b.processed_at as date)) as first_day
    from order_billing b
    join dim_customer c on c.customer_id = b.customer_id
    where b.processed_at is not null
    group by b.customer_id
),
calendar as (
    select customer_id, cast(unnest(generate_series(first_day, date '2024-06-30', interval 1 day)) as date) as day
    from first_order
),
daily as (
    select
        k.customer_id,
        k.day,
        count(b.order_id) as order_count,
        count(*) filter (where b.order_type = 'recurring') as recurring_order_count,
        count(*) filter (where b.order_type = 'checkout') as one_time_order_count,
        coalesce(sum(b.net_value) filter (where b.order_type = 'recurring' and b.order_status not in ('error', 'cancelled', 'queued')), 0) as recurring_amount,
        coalesce(sum(b.net_value) filter (where b.order_type = 'checkout' and b.order_status not in ('error', 'cancelled', 'queued')), 0) as one_time_amount
    from calendar k
    left join order_billing b
        on b.customer_id = k.customer_id
        and cast(b.processed_at as date) = k.day
    group by k.customer_id, k.day
)
select
    customer_id,
    day,
    cast(date_trunc('month', day) as date) as month_start,
    order_count,
    recurring_order_count,
    one_time_order_count,
    cast(recurring_amount as decimal(12,2)) as recurring_amount,
    cast(one_time_amount as decimal(12,2)) as one_time_amount,
    cast(sum(recurring_amount + one_time_amount) over (partition by customer_id order by day rows unbounded preceding) as decimal(12,2)) as running_total
from daily
