with o as (
 select customer_id, count(*) as n, coalesce(sum(total_price), 0) as spent, min(created_at) as f, max(created_at) as l
 from stg_shopify__order where is_test is not true group by customer_id
), r as (
 select o.customer_id, sum(r.amount) as refunded
 from stg_shopify__refund r join stg_shopify__order o on o.order_id = r.order_id
 where o.is_test is not true group by o.customer_id
)
select c.customer_id, lower(c.email) as email, nullif(concat_ws(' ', c.first_name, c.last_name), '') as full_name,
 c.created_at as customer_since, c.state as account_status, coalesce(o.n, 0) as lifetime_count_orders,
 coalesce(o.spent, 0) as lifetime_total_spent, coalesce(r.refunded, 0) as lifetime_total_refunded,
 coalesce(o.spent, 0) - coalesce(r.refunded, 0) as lifetime_net_spent,
 round(o.spent / o.n, 2) as avg_order_value, o.f as first_order_at, o.l as most_recent_order_at
from stg_shopify__customer c
left join o on o.customer_id = c.customer_id
left join r on r.customer_id = c.customer_id
