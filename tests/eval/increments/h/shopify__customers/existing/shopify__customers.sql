{{ config(materialized='table', tags=['shopify']) }}

with customers as (

    select *
    from {{ ref('stg_shopify__customer') }}

),

orders as (

    select *
    from {{ ref('stg_shopify__order') }}
    -- orders placed from the bogus gateway
    where not coalesce(is_test, false)

),

order_totals as (

    select
        customer_id,
        count(*) as lifetime_count_orders,
        sum(total_price) as lifetime_total_spent,
        min(created_at) as first_order_at
    from orders
    where customer_id is not null
    group by 1

),

final as (

    select
        customers.customer_id,
        lower(customers.email) as email,
        customers.first_name || ' ' || customers.last_name as full_name,
        customers.created_at as customer_since,
        customers.state as account_state,
        coalesce(order_totals.lifetime_count_orders, 0) as lifetime_count_orders,
        coalesce(order_totals.lifetime_total_spent, 0) as lifetime_total_spent,
        order_totals.first_order_at
    from customers
    left join order_totals
        on customers.customer_id = order_totals.customer_id

)

select *
from final
