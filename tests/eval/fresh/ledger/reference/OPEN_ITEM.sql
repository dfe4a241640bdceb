with documents as (
    select
        'AR-' || INVOICE_ID as ITEM_KEY,
        'receivable' as ITEM_TYPE,
        INVOICE_NO as DOCUMENT_NO,
        CUSTOMER_ID as PARTNER_ID,
        INVOICE_DATE as DOCUMENT_DATE,
        DUE_DATE,
        CURRENCY,
        AMOUNT,
        OPEN_AMOUNT
    from AR_INVOICE
    where STATE not in ('draft', 'void') and OPEN_AMOUNT <> 0

    union all

    select
        'AP-' || BILL_ID,
        'payable',
        BILL_REF,
        VENDOR_ID,
        BILL_DATE,
        DUE_DATE,
        CURRENCY,
        -AMOUNT,
        coalesce(PAID_AMOUNT, 0) - AMOUNT
    from AP_BILL
    where STATE not in ('draft', 'void') and AMOUNT <> coalesce(PAID_AMOUNT, 0)
),

enriched as (
    select
        d.ITEM_KEY,
        d.ITEM_TYPE,
        d.DOCUMENT_NO,
        p.PARTNER_NAME,
        d.DOCUMENT_DATE,
        coalesce(d.DUE_DATE, d.DOCUMENT_DATE + 30) as DUE_DATE,
        d.CURRENCY,
        d.AMOUNT,
        d.OPEN_AMOUNT,
        case when d.CURRENCY = 'EUR' then 1 else f.RATE_TO_EUR end as EXCHANGE_RATE
    from documents as d
    left join PARTNER as p on p.PARTNER_ID = d.PARTNER_ID
    left join FX_RATE as f
        on f.CURRENCY = d.CURRENCY and f.RATE_MONTH = date_trunc('month', d.DOCUMENT_DATE)
),

aged as (
    select
        *,
        cast(round(OPEN_AMOUNT * EXCHANGE_RATE, 2) as decimal(14, 2)) as OPEN_AMOUNT_EUR,
        greatest(date '2024-12-31' - DUE_DATE, 0) as DAYS_OVERDUE
    from enriched
)

select
    *,
    case
        when DAYS_OVERDUE = 0 then 'not due'
        when DAYS_OVERDUE <= 30 then '1-30'
        when DAYS_OVERDUE <= 60 then '31-60'
        when DAYS_OVERDUE <= 90 then '61-90'
        else '90+'
    end as AGING_BUCKET
from aged
