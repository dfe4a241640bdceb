select
    o.order_id,
    to_char(o.amount, '999,999.00') as amount_text,
    o.payload:customer:id::number as customer_id,
    o.status
from raw.orders o
