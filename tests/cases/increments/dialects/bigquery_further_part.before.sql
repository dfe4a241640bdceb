select
  order_id as order_no,
  placed_on,
  safe_cast(amount as float64) as amount,
  'web' as channel
from `shop-prod.sales.web_orders`

union all

select
  receipt_no,
  sold_on,
  safe_cast(total as float64),
  'shop'
from `shop-prod.sales.shop_orders`
