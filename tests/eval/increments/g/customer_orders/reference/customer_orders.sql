with o as (select * from stg_orders where status is distinct from 'returned'),
t as (select customer_id, min(order_date) as f, max(order_date) as l, count(order_id) as n from o group by 1),
p as (
 select o.customer_id, sum(case when payment_method = 'credit_card' then amount else 0 end) as cc, sum(case when payment_method = 'coupon' then amount else 0 end) as co,
  sum(case when payment_method = 'bank_transfer' then amount else 0 end) as bt, sum(case when payment_method = 'gift_card' then amount else 0 end) as gc,
  sum(amount) as s from stg_payments p join o on o.order_id = p.order_id group by 1
)
select c.customer_id, c.first_name, c.last_name, t.f as first_order, t.l as most_recent_order, coalesce(t.n, 0) as order_count,
 p.cc as credit_card_amount, p.co as coupon_amount, p.bt as bank_transfer_amount, p.gc as gift_card_amount,
 t.l - t.f as days_since_first_order, coalesce(p.s, 0) as customer_lifetime_value
from stg_customers c left join t on t.customer_id = c.customer_id left join p on p.customer_id = c.customer_id
