with o as (select customer_id, min(order_date) a, max(order_date) b, count(order_id) n from orders group by 1),
p as (select customer_id, sum(amount) s, sum(amount) filter (where method='card') c from payments join orders using (order_id) group by 1)
select c.id as customer_id, first_name || ' ' || last_name as full_name, o.a as first_order, o.b as most_recent_order, coalesce(o.n, 0) as number_of_orders, p.s as lifetime_value, p.c as card_value,
case when p.s < 50 then 'Low' when p.s < 100 then 'Mid' when p.s >= 100 then 'High' end as value_band
from customers c left join o on o.customer_id = c.id left join p on p.customer_id = c.id where is_test = false
