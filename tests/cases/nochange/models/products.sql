select distinct
    i.product,
    c.segment,
    date_part('quarter', o.ordered_at) as quarter,
    o.status is null as is_unknown
from items i
join orders o on o.id = i.order_id
join customers c on c.id = o.customer_id
where o.amount >= 20 or i.qty > 3
