with lines as (
    select order_id, sum(quantity) as qty, sum(price * quantity) as total
    from order_line
    group by order_id
),
shipping as (
    select charge_id, sum(price) as total
    from charge_shipping
    group by charge_id
),
charges as (
    select *
    from charge
    where not coalesce(deleted_flag, false)
),
joined as (
    select
        o.*,
        coalesce(o.prepaid, false) as is_prepaid,
        c.id as found_charge,
        c.created_at as charged_at,
        c.processor,
        c.subtotal_price, c.discounts, c.tax, c.refunds,
        s.total as shipping_total,
        l.qty,
        l.total as line_total
    from order_head o
    left join lines l on l.order_id = o.id
    left join charges c on c.id = o.charge_id
    left join shipping s on s.charge_id = c.id
),
amounts as (
    select
        *,
        cast(coalesce(total_price, 0) as decimal(10,2)) as order_total,
        cast(case when is_prepaid then 0 else coalesce(refunds, 0) end as decimal(10,2)) as refund_amount
    from joined
)
select
    id as order_id,
    charge_id,
    customer_id,
    lower(status) as order_status,
    lower(order_type) as order_type,
    is_prepaid,
    processed_at,
    charged_at,
    coalesce(processor, 'none') as processor,
    order_total,
    cast(coalesce(qty, 0) as bigint) as item_quantity,
    cast(coalesce(line_total, 0) as decimal(12,2)) as line_total,
    cast(case when is_prepaid then 0 else coalesce(subtotal_price, 0) end as decimal(10,2)) as subtotal_amount,
    cast(case when is_prepaid then 0 else coalesce(discounts, 0) end as decimal(10,2)) as discount_amount,
    cast(case when is_prepaid then 0 else coalesce(tax, 0) end as decimal(10,2)) as tax_amount,
    refund_amount,
    cast(case when is_prepaid then 0 else coalesce(shipping_total, 0) end as decimal(12,2)) as shipping_amount,
    cast(order_total - refund_amount as decimal(12,2)) as net_value
from amounts
