with

orders as (

    select * from shop

),

order_items as (

    select * from item

),

order_items_summary as (

    select
        order_id,

        sum(cost) as order_cost,
        sum(price) as order_items_subtotal,
        count(*) as count_items,
        max(price) as highest_price

    from order_items

    group by 1

),

compute_booleans as (

    select
        orders.*,

        order_items_summary.order_cost,
        order_items_summary.order_items_subtotal,
        order_items_summary.count_items,
        order_items_summary.highest_price

    from orders

    left join
        order_items_summary
        on orders.order_id = order_items_summary.order_id

),

customer_order_count as (

    select
        *,

        row_number() over (
            partition by customer_id
            order by placed_on asc
        ) as customer_order_number

    from compute_booleans

)

select * from customer_order_count
