with items as (
    select
        order_id,
        sum(qty) as item_count,
        sum(qty * unit_price) as gross_amount,
        round(sum(qty * unit_price * coalesce(discount_pct, 0) / 100), 2) as discount_amount
    from order_items
    group by order_id
),

captured as (
    select
        order_id,
        sum(amount) as paid_amount
    from payments
    where state = 'captured'
    group by order_id
),

amounts as (
    select
        o.order_id,
        o.customer_id,
        o.placed_at,
        lower(trim(o.status)) as order_status,
        nullif(lower(trim(c.email)), '') as customer_email,
        coalesce(upper(c.country), 'XX') as country_code,
        coalesce(i.item_count, 0) as item_count,
        cast(coalesce(i.gross_amount, 0) as decimal(12, 2)) as gross_amount,
        cast(coalesce(i.discount_amount, 0) as decimal(12, 2)) as discount_amount,
        coalesce(o.shipping_fee, 0) as shipping_fee,
        cast(coalesce(p.paid_amount, 0) as decimal(12, 2)) as paid_amount,
        o.coupon_code
    from orders as o
    left join customers as c on c.customer_id = o.customer_id
    left join items as i on i.order_id = o.order_id
    left join captured as p on p.order_id = o.order_id
    where lower(o.status) <> 'test'
),

netted as (
    select
        *,
        cast(gross_amount - discount_amount + shipping_fee as decimal(12, 2)) as net_amount
    from amounts
)

select
    order_id,
    customer_id,
    cast(placed_at as date) as order_date,
    order_status,
    customer_email,
    country_code,
    item_count,
    gross_amount,
    discount_amount,
    net_amount,
    paid_amount,
    case
        when paid_amount = 0 then 'unpaid'
        when paid_amount < net_amount then 'partial'
        when paid_amount = net_amount then 'paid'
        else 'overpaid'
    end as payment_status,
    coupon_code is not null as has_coupon,
    row_number() over (partition by customer_id order by placed_at) as customer_order_no
from netted
