select
    o.order_id,
    iff(o.amount > 10, 'large', 'small') as size
from orders o
