with l as (
    select order_id, count(*) as line_item_count, sum(quantity) as total_quantity,
        sum(price * quantity) as gross_line_amount, count(distinct product_id) as distinct_products
    from stg_order_line group by 1
), r as (select order_id, sum(subtotal) as refund_subtotal from stg_refund_line group by 1),
w as (
select o.order_id, o.customer_id, o.created_timestamp, o.updated_timestamp, o.financial_status, o.fulfillment_status,
    o.total_price, o.total_discounts, l.line_item_count, l.total_quantity,
    row_number() over (partition by customer_id order by created_timestamp) as customer_order_seq_number,
    coalesce(o.source_name, 'web') as source_name,
    l.gross_line_amount, l.distinct_products,
    coalesce(r.refund_subtotal, 0) as refund_subtotal,
    case when o.cancelled_timestamp is not null then 'Y' else 'N' end as is_cancelled
from stg_order o
left join l on o.order_id = l.order_id
left join r on o.order_id = r.order_id)
select *, case when customer_order_seq_number = 1 then 'new' else 'repeat' end as new_vs_repeat from w
