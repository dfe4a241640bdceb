select
    items.gross as gross
from orders
left join items
    on orders.order_id = items.order_id
