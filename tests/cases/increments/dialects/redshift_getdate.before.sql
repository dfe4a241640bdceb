create table mart.order_facts
distkey (customer_id)
sortkey (placed_on)
as
select o.order_id
     , o.customer_id
     , o.placed_on
     , nvl(o.amount, 0)::decimal(18, 2) as amount
     , datediff(day, o.placed_on, getdate()) as age_days
from stage.orders o
