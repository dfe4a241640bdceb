with o as (
 select * from stg_shop__order where is_test is distinct from true and cancelled_at is null
), t as (
 select customer_id, min(created_at) as first_order_at, max(created_at) as latest_order_at, count(distinct order_id) as n, sum(total_price) as s
 from o group by 1
), f as (
 select o.customer_id, sum(r.amount) as refunded from stg_shop__refund r join o on o.order_id = r.order_id group by 1
)
select c.customer_id, lower(trim(c.email)) as email, c.first_name || ' ' || c.last_name as full_name, t.first_order_at, t.latest_order_at,
 coalesce(t.n, 0) as orders_placed, coalesce(t.s, 0) as total_spent, round(coalesce(t.s, 0) / nullif(coalesce(t.n, 0), 0), 2) as average_order_value,
 coalesce(f.refunded, 0) as total_refunded, coalesce(t.s, 0) - coalesce(f.refunded, 0) as net_spent,
 case when coalesce(t.s, 0) - coalesce(f.refunded, 0) >= 500 then 'VIP' when coalesce(t.n, 0) >= 1 then 'regular' else 'prospect' end as segment,
 case when c.marketing_state = 'subscribed' then 'Y' else 'N' end as marketing_consent
from stg_shop__customer c left join t on t.customer_id = c.customer_id left join f on f.customer_id = c.customer_id
