with orders as (

    select *
    from {{ ref('shop_order') }}

), shop_refund as (

    select
        order_id,
        sum(amount) as refunded,
        count(refund_id) as refunds
    from {{ ref('shop_refund') }}
    group by order_id

), numbered as (

    select
        orders.*,
        row_number() over (partition by customer_id order by placed_on, orders.order_id) as seq,
        coalesce(shop_refund.refunded, 0) as refunded,
        coalesce(shop_refund.refunds, 0) as refunds
    from orders
    left join shop_refund on shop_refund.order_id = orders.order_id

)

select *
from numbered
