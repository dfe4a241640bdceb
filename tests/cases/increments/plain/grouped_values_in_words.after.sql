with customer_orders as (
    select
        customer_id,
        min(ordered_at) as first_ordered_at,
        count(order_id) as order_count,
        arg_max(status, ordered_at) as last_status,
        arg_min(amount, ordered_at) as first_amount,
        sum(case when status = 'paid' then amount end) as paid_amount,
        sum(amount) / nullif(sum(items), 0) as price_per_item,
        100 * (count(case when status = 'returned' then 1 end) / nullif(count(*), 0)) as returned_share
    from orders
    group by customer_id
),

final as (
    select
        customers.customer_id,
        customers.name,
        customer_orders.first_ordered_at,
        coalesce(customer_orders.order_count, 0) as order_count,
        customer_orders.last_status,
        customer_orders.first_amount,
        customer_orders.paid_amount,
        customer_orders.price_per_item,
        customer_orders.returned_share
    from customers
    left join customer_orders
        on customers.customer_id = customer_orders.customer_id
)

select * from final
