with order_lines as (
    select
        items.order_id,
        count(distinct items.product) as products,
        sum(items.qty) as pieces,
        sum(case when items.price > 20 then items.qty else 0 end) as dear_pieces
    from items
    group by items.order_id
),
joined as (
    select
        orders.id,
        orders.customer_id,
        orders.status,
        orders.ordered_at,
        orders.amount,
        order_lines.products,
        order_lines.pieces,
        order_lines.dear_pieces
    from orders
    left join order_lines on order_lines.order_id = orders.id
),
final as (
    select
        joined.*,
        customers.segment,
        coalesce(joined.pieces, 0) > 4 as is_large,
        cast(joined.amount as integer) as whole_amount,
        left(customers.name, 3) as short_name
    from joined
    left join customers on joined.customer_id = customers.id
)
select * from final where status = 'PAID' or segment = 'RETAIL'
