with orders as (
    select
        customer_id,
        count(*) as n,
        sum(order_total) as amount,
        avg(line_total) as avg_value,
        avg(item_quantity) as avg_items
    from order_billing
    where order_status not in ('error', 'skipped')
    group by customer_id
),
charges as (
    select
        customer_id,
        count(*) as n,
        sum(price_total) as amount,
        sum(discounts) as discounts,
        sum(refunds) as refunds
    from charge
    where not coalesce(deleted_flag, false)
      and lower(status) not in ('error', 'skipped')
    group by customer_id
),
one_time as (
    select customer_id, count(*) as n
    from one_time_item
    group by customer_id
)
select
    cu.customer_id,
    cu.full_name,
    coalesce(o.n, 0) as order_count,
    cast(coalesce(o.amount, 0) as decimal(12,2)) as order_amount,
    cast(round(o.avg_value, 2) as decimal(10,2)) as avg_order_value,
    cast(round(o.avg_items, 2) as decimal(10,2)) as avg_items_per_order,
    coalesce(c.n, 0) as charge_count,
    cast(coalesce(c.amount, 0) as decimal(12,2)) as charged_amount,
    cast(coalesce(c.discounts, 0) as decimal(12,2)) as discount_total,
    cast(coalesce(c.refunds, 0) as decimal(12,2)) as refund_total,
    coalesce(t.n, 0) as one_time_purchases,
    cast(coalesce(o.amount, 0) - coalesce(c.refunds, 0) as decimal(12,2)) as net_spend,
    cast(round(coalesce(o.n, 0) / nullif((date '2024-06-30' - cu.created_on) / 30.0, 0), 2) as decimal(10,2)) as orders_per_month
from dim_customer cu
left join orders o on o.customer_id = cu.customer_id
left join charges c on c.customer_id = cu.customer_id
left join one_time t on t.customer_id = cu.customer_id
