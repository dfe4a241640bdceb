with customer_orders as (
    select
        customer_id,
        min(ordered_at) as first_ordered_at,
        count(order_id) as order_count
    from orders
    group by customer_id
),

final as (
    select
        customers.customer_id,
        customers.name,
        customer_orders.first_ordered_at,
        coalesce(customer_orders.order_count, 0) as order_count
    from customers
    left join customer_orders
        on customers.customer_id = customer_orders.customer_id
)

select * from final
