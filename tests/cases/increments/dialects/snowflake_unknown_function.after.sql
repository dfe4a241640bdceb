select
    o.order_id,
    iff(o.amount > 10, 'large', 'small') as size,
    o.note
from orders o
