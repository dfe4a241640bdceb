select
    order_id,
    cast(coalesce(sum(amount) filter (where payment_method = 'credit_card'), 0) / 100.0 as decimal(16, 2)) as credit_card_amount,
    cast(coalesce(sum(amount) filter (where payment_method = 'coupon'), 0) / 100.0 as decimal(16, 2)) as coupon_amount,
    cast(coalesce(sum(amount) filter (where payment_method = 'gift_card'), 0) / 100.0 as decimal(16, 2)) as gift_card_amount,
    cast(sum(amount) / 100.0 as decimal(16, 2)) as total_amount,
    count(id) as payment_count
from raw_payments
where status = 'success'
group by order_id
