select o.id as order_id, o.customer_id, 'shop' as source, o.amount, o.ordered_at
from orders o
where o.channel = 'SHOP'
union all
select o.id, o.customer_id, 'web', o.amount - coalesce(o.discount, 1), o.ordered_at
from orders o
where o.channel in ('WEB', 'APP') and o.status <> 'VOID'
