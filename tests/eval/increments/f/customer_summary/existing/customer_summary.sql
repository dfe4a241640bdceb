with customers as (

    select *
    from {{ ref('stg_shop__customer') }}

), orders as (

    select *
    from {{ ref('stg_shop__order') }}

), order_totals as (

    select
        customer_id,
        min(created_at) as first_order_at,
        max(created_at) as latest_order_at,
        count(distinct order_id) as lifetime_orders,
        sum(total_price) as total_spent
    from orders
    group by 1

), joined as (

    select
        customers.customer_id,
        customers.email,
        customers.first_name || ' ' || customers.last_name as full_name,
        order_totals.first_order_at,
        order_totals.latest_order_at,
        coalesce(order_totals.lifetime_orders, 0) as lifetime_orders,
        coalesce(order_totals.total_spent, 0) as total_spent,
        case when customers.marketing_state = 'subscribed' then 'Y' else 'N' end as marketing_consent
    from customers
    left join order_totals
        on customers.customer_id = order_totals.customer_id

)

select *
from joined
