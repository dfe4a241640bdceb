with succeeded as (
    select *
    from raw_payments
    where state = 'succeeded'
)

select
    payment_id as transaction_id,
    'payment' as transaction_type,
    enrollment_id,
    coalesce(lower(provider), 'unknown') as provider,
    cast(paid_at as date) as transaction_date,
    cast(coalesce(amount_cents, 0) / 100.0 as decimal(10, 2)) as amount
from succeeded
union all
select
    r.refund_id,
    'refund',
    p.enrollment_id,
    coalesce(lower(p.provider), 'unknown'),
    cast(r.refunded_at as date),
    cast(-coalesce(r.amount_cents, 0) / 100.0 as decimal(10, 2))
from raw_refunds as r
inner join succeeded as p on p.payment_id = r.payment_id
where r.refunded_at is not null
