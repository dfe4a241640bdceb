select
    p.category,
    cast(date_trunc('month', o.order_ts) as date) as month,
    count(distinct o.id) as orders,
    sum(i.qty) as units,
    cast(sum(i.qty * i.unit_price_cents) / 100 as decimal(14, 2)) as revenue,
    cast(round(sum(i.qty * i.unit_price_cents) / sum(i.qty) / 100, 2) as decimal(10, 2)) as average_price,
    count(*) filter (where lower(o.channel) = 'app') as app_orders
from raw_order_items as i
inner join raw_orders as o on o.id = i.order_id
inner join raw_products as p on p.sku = i.sku
where o.status is distinct from 'returned'
group by 1, 2
