select
    md5('payment:' || p.id) as movement_key,
    'payment' as movement_kind,
    p.id as payment_id,
    p.invoice_id as invoice_id,
    cast(make_timestamp(p.paid_epoch * 1000000) as date) as moved_on,
    cast(p.amount_cents / 100.0 as decimal(12, 2)) as amount_eur,
    p.method as method,
    p.psp_ref as psp_ref
from raw_payments as p
where lower(p.status) = 'succeeded' and p.amount_cents is not null
union all
select
    md5('refund:' || r.id),
    'refund',
    r.payment_id,
    p.invoice_id,
    r.refunded_on,
    -abs(cast(replace(replace(trim(r.amount_txt), '.', ''), ',', '.') as decimal(12, 2))),
    p.method,
    r.psp_ref
from raw_refunds as r
inner join raw_payments as p on p.id = r.payment_id
where r.amount_txt <> ''
