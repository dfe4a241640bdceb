with c as (select * from {{ ref('customer') }}),
o as (select * from {{ ref('orders') }})
select c.*, o.order_id
from c
left join o on o.customer_id = c.customer_id
limit 10
