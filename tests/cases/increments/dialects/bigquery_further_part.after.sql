select
  order_id as order_no,
  placed_on,
  safe_cast(amount as float64) as amount,
  'web' as channel,
  upper(state) as state
from `shop-prod.sales.web_orders`

union all

select
  receipt_no,
  sold_on,
  safe_cast(total as float64),
  'shop',
  upper(state) as state
from `shop-prod.sales.shop_orders`

union all

select
  call_id as order_no,
  cast(called_at as date) as placed_on,
  coalesce(amount, 0) as amount,
  'phone' as channel,
  upper(state) as state
from `shop-prod.sales.phone_orders`
where state is not null
