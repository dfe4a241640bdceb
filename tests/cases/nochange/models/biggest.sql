with lines as (
    select i.order_id, i.product, i.qty * i.price as value
    from items i
    where i.qty between 1 and 5
)
select o.id, o.status, l.product, l.value
from orders o
join lines l on l.order_id = o.id
order by l.value desc, o.id, l.product
limit 15
