with ordered as (
    select
        customer_id,
        min(order_date) as first_order_date,
        max(order_date) as last_order_date,
        count(order_id) as order_count,
        sum(subtotal) as lifetime_spend_pretax,
        sum(order_total) as lifetime_spend,
        max(store_name) filter (where customer_order_number = 1) as first_store
    from orders
    group by customer_id
)

select
    c.id as customer_id,
    c.name as customer_name,
    lower(c.email) as email,
    o.first_order_date,
    o.last_order_date,
    coalesce(o.order_count, 0) as order_count,
    coalesce(o.lifetime_spend_pretax, 0) as lifetime_spend_pretax,
    coalesce(o.lifetime_spend, 0) as lifetime_spend,
    round(o.lifetime_spend / o.order_count, 2) as average_order_value,
    case when o.order_count >= 2 then 'returning' when o.order_count = 1 then 'new' else 'prospect' end as customer_type,
    o.first_store
from raw_customers as c
left join ordered as o on o.customer_id = c.id
where coalesce(c.email, '') not like '%@beanhouse.example'
