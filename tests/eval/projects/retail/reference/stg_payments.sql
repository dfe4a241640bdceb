select
    id as payment_id,
    order_id,
    replace(method, '_', ' ') as method,
    cast(amount_cents / 100 as decimal(10, 2)) as amount,
    status is not distinct from 'success' as is_successful
from raw_payments
