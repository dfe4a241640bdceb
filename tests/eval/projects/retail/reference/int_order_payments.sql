select
    order_id,
    coalesce(sum(amount) filter (where method = 'credit card'), 0) as credit_card_amount,
    coalesce(sum(amount) filter (where method = 'gift card'), 0) as gift_card_amount,
    coalesce(sum(amount) filter (where is_successful), 0) as paid_amount,
    count(*) filter (where not is_successful) as failed_payments,
    string_agg(distinct method, ', ' order by method) as payment_methods
from stg_payments
group by order_id
