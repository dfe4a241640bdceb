with c as (select * from {{ ref('customer') }}),
o as (select * from {{ ref('orders') }}),
country as (select * from {{ ref('country') }})
select c.*, o.order_id, country.country_name as country, o.amount * 2 as double_amount
from c
left join o on o.customer_id = c.customer_id
left join country on c.country_id = country.country_id
limit 10
