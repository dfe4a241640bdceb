select
    orders.order_id as order_id,
    c.name as customer_name,
    c.segment as segment,
    shop.city as city
from orders
left join customer as c
    on c.id = orders.cust
left join shop
    on orders.shop_id = shop.shop_id
where orders.order_id > 0
