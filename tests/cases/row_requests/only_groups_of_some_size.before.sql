with orders as (

    select *
    from {{ ref('stg_orders') }}
    where status <> 'cancelled'

), per_customer as (

    select
        customer_id,
        count(*) as order_count,
        sum(amount) as total_amount,
        max(ordered_on) as last_order_on
    from orders
    group by customer_id

)

select *
from per_customer
