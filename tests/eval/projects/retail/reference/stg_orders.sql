select
    id as order_id,
    customer_id,
    order_ts as ordered_at,
    cast(order_ts as date) as order_date,
    case
        when status is null then 'unknown'
        when lower(status) in ('shipped', 'delivered') then 'complete'
        else lower(status)
    end as status,
    coalesce(lower(channel), 'web') as channel,
    coalesce(coupon_code, '') <> '' as has_coupon,
    cast(coalesce(shipping_cents, 0) / 100 as decimal(10, 2)) as shipping_amount
from raw_orders
