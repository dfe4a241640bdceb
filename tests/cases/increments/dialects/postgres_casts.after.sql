select distinct on (o.customer_id)
       o.customer_id,
       to_char(o.placed_on, 'YYYY-MM') as order_month,
       coalesce(o.status, 'open')::text as status,
       o.amount
from   shop.orders o
order  by o.customer_id, o.placed_on desc
