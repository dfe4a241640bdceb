select
    o.order_id,
    t.tag,
    nvl(o.status, 'open') as status,
    o.amount
from orders o
lateral view explode(split(o.tags, ';')) t as tag
where o.order_id > 0
