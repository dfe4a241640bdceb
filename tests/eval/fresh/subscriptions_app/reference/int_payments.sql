with paid as (
    select
        'web_' || cast(w.payment_id as varchar) as payment_key,
        w.user_id,
        'web' as channel,
        upper(w.plan_code) as plan_code,
        w.paid_at,
        (w.amount_cents - coalesce(w.refunded_cents, 0)) / 100 as gross_amount
    from web_payments as w
    where lower(w.status) = 'succeeded'
        and w.amount_cents > 0
    union all
    select
        'store_' || r.receipt_id as payment_key,
        r.user_id,
        lower(r.store) as channel,
        coalesce(upper(p.plan_code), 'UNKNOWN') as plan_code,
        r.bought_at as paid_at,
        r.price as gross_amount
    from store_receipts as r
    left join plans as p on p.store_product = r.product
    where r.sandbox is distinct from true
)

select
    t.payment_key,
    t.user_id,
    t.channel,
    t.plan_code,
    t.paid_at,
    t.gross_amount,
    case when t.channel = 'web' then t.gross_amount else round(t.gross_amount * 0.85, 2) end as net_amount
from paid as t
inner join stg_users as u on u.user_id = t.user_id
