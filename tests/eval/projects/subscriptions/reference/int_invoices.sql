with cash as (
    select
        invoice_id,
        sum(amount_eur) filter (where movement_kind = 'payment') as paid,
        -sum(amount_eur) filter (where movement_kind = 'refund') as refunded
    from stg_cash_movements
    group by invoice_id
),
amounts as (
    select
        i.*,
        cast((i.net_cents + coalesce(i.tax_cents, 0)) / 100.0 as decimal(12, 2)) as gross_eur,
        cast(greatest(0, least(i.net_cents, case lower(c.kind)
            when 'pct' then i.net_cents * c.value / 100.0
            when 'amt' then c.value
            else 0
        end)) / 100.0 as decimal(12, 2)) as discount_eur,
        cast(coalesce(k.paid, 0) as decimal(12, 2)) as paid_eur,
        cast(coalesce(k.refunded, 0) as decimal(12, 2)) as refunded_eur
    from raw_invoices as i
    left join raw_coupons as c
        on upper(trim(c.code)) = upper(trim(i.coupon_code))
        and i.issued_on >= c.valid_from
        and (i.issued_on < c.valid_to or c.valid_to is null)
    left join cash as k on k.invoice_id = i.id
    where coalesce(lower(i.memo), '') not like 'void%'
),
opened as (
    select
        *,
        issued_on + coalesce(due_days, 14) as due_on,
        gross_eur - discount_eur - paid_eur + refunded_eur as open_eur
    from amounts
)
select
    id as invoice_id,
    subscription_id as subscription_id,
    invoice_no as invoice_no,
    issued_on as issued_on,
    currency as currency,
    due_on as due_on,
    gross_eur as gross_eur,
    discount_eur as discount_eur,
    paid_eur as paid_eur,
    refunded_eur as refunded_eur,
    cast(open_eur as decimal(12, 2)) as open_eur,
    case
        when gross_eur < 0 then 'credit note'
        when open_eur < 0 then 'overpaid'
        when open_eur = 0 then 'paid'
        when paid_eur > 0 then 'partial'
        when due_on < date '2025-06-30' then 'overdue'
        else 'open'
    end as payment_state
from opened
