with co as (select customer_id, min(order_date) as first_order, max(order_date) as most_recent_order, count(order_id) as number_of_orders,
   count(case when status = 'returned' then order_id end) as number_of_returns, count(distinct location_id) as locations_visited from stg_orders group by 1),
cp as (select o.customer_id, sum(amount) as total_amount, sum(case when payment_method = 'coupon' then amount else 0 end) as coupon_amount
   from stg_payments p left join stg_orders o on p.order_id = o.order_id group by 1)
select c.customer_id, c.first_name, c.last_name, co.first_order, co.most_recent_order, coalesce(co.number_of_orders, 0) as number_of_orders,
  cp.total_amount as customer_lifetime_value,
  lower(c.email) as email,
  co.number_of_returns, co.locations_visited, cp.coupon_amount,
  cp.total_amount / co.number_of_orders as average_order_value,
  date_diff('day', co.first_order, co.most_recent_order) as customer_age_days
from stg_customers c left join co on c.customer_id = co.customer_id left join cp on c.customer_id = cp.customer_id
