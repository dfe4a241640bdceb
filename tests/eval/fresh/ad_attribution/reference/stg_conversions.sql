select
    user_ref as user_id,
    order_id,
    ordered_at as converted_at,
    cast(date_trunc('month', ordered_at) as date) as conversion_month,
    amount as revenue
from shop_orders
where status = 'paid' and user_ref is not null
qualify row_number() over (partition by user_ref order by ordered_at) = 1
