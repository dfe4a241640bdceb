with items as (
    select
        order_id,
        count(order_item_id) as item_count,
        count(*) filter (where is_food_item) as food_item_count,
        count(*) filter (where is_drink_item) as drink_item_count,
        sum(supply_cost) as order_cost
    from order_items
    group by order_id
),

joined as (
    select
        o.id as order_id,
        o.customer as customer_id,
        o.store_id,
        s.name as store_name,
        cast(o.ordered_at as date) as order_date,
        cast(o.subtotal / 100.0 as decimal(16, 2)) as subtotal,
        cast(o.order_total / 100.0 as decimal(16, 2)) as order_total,
        coalesce(i.item_count, 0) as item_count,
        coalesce(i.food_item_count, 0) as food_item_count,
        coalesce(i.drink_item_count, 0) as drink_item_count,
        coalesce(i.order_cost, 0) as order_cost,
        coalesce(p.total_amount, 0) as amount_paid,
        row_number() over (partition by o.customer order by o.ordered_at) as customer_order_number
    from raw_orders as o
    left join raw_stores as s on s.id = o.store_id
    left join items as i on i.order_id = o.id
    left join order_payments as p on p.order_id = o.id
    where o.status is distinct from 'cancelled'
)

select
    order_id,
    customer_id,
    store_id,
    store_name,
    order_date,
    subtotal,
    order_total,
    item_count,
    food_item_count,
    drink_item_count,
    food_item_count > 0 as is_food_order,
    order_cost,
    amount_paid,
    case when amount_paid = 0 then 'unpaid' when amount_paid < order_total then 'part paid' else 'paid' end as payment_state,
    customer_order_number
from joined
