select
    o.order_id,
    o.customer_id,
    o.order_date,
    o.status,
    o.shipping_amount,
    coalesce(i.gross_amount - i.discount_amount, 0) as item_amount,
    coalesce(i.quantity, 0) as quantity,
    coalesce(p.paid_amount, 0) as paid_amount,
    case
        when coalesce(p.paid_amount, 0) = 0 then 'none'
        when p.paid_amount >= i.gross_amount then 'full'
        else 'part'
    end as payment_state,
    row_number() over (partition by o.customer_id order by o.ordered_at) as order_no_of_customer,
    o.order_date - lag(o.order_date) over (partition by o.customer_id order by o.ordered_at) as days_since_previous,
    o.ordered_at = min(o.ordered_at) over (partition by o.customer_id) as is_first_order
from stg_orders as o
left join int_order_items as i on i.order_id = o.order_id
left join int_order_payments as p on p.order_id = o.order_id
