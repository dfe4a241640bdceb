select
    o.order_id as order_id,
    o.status as status,
    coalesce(p.paid, 0) as paid,
    coalesce(i.item_count, 0) as item_count
from orders as o
left join (
    select
        p.order_id as order_id,
        sum(p.amount) as paid
    from payments as p
    group by p.order_id
) as p
    on p.order_id = o.order_id
left join (
    select
        i.order_id as order_id,
        count(i.item_id) as item_count
    from items as i
    group by i.order_id
) as i
    on i.order_id = o.order_id
