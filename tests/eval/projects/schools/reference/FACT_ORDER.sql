with lines as (
    select
        PO_NO,
        count(*) as line_count,
        sum(QTY * UNIT_CENT) as net_cent,
        sum(QTY * UNIT_CENT * case upper(VAT_CD) when 'N' then 1.20 when 'R' then 1.10 else 1.00 end) as gross_cent
    from PO_LINE
    where QTY > 0
    group by PO_NO
),

orders as (
    select
        h.*,
        v.VEND_NAME,
        coalesce(l.line_count, 0) as line_count,
        cast(coalesce(l.net_cent, 0) / 100 as decimal(12, 2)) as net_eur,
        cast(coalesce(l.gross_cent, 0) / 100 as decimal(12, 2)) as gross_eur
    from PO_HEAD as h
    inner join VENDOR as v on v.VEND_NO = h.VEND_NO
    left join lines as l on l.PO_NO = h.PO_NO
    where h.STATUS_NO is distinct from 10
)

select
    PO_NO as PO_NO,
    'PO-' || year(ORDERED_ON) || '-' || lpad(cast(PO_NO as varchar), 4, '0') as ORDER_REF,
    SCH_CODE as SCHOOL_CODE,
    VEND_NO as VENDOR_NO,
    VEND_NAME as VENDOR_NAME,
    BUYER as BUYER,
    ORDERED_ON as ORDERED_ON,
    DELIVERED_ON as DELIVERED_ON,
    case STATUS_NO
        when 10 then 'draft' when 20 then 'approved' when 30 then 'delivered' when 90 then 'cancelled'
        else 'unknown'
    end as STATUS,
    case when DELIVERED_ON >= ORDERED_ON then cast(DELIVERED_ON - ORDERED_ON as integer) end as LEAD_DAYS,
    cast(line_count as integer) as LINE_COUNT,
    net_eur as NET_EUR,
    gross_eur as GROSS_EUR,
    case
        when STATUS_NO = 90 then 'n/a'
        when net_eur < 1000 then 'not needed'
        when net_eur <= 5000 and SCH_CODE is not null then 'head of school'
        else 'board'
    end as APPROVAL,
    case
        when SCH_CODE is not null
            then cast(
                round(100 * net_eur / nullif(sum(net_eur) over (partition by SCH_CODE), 0), 1) as decimal(5, 1)
            )
    end as SCHOOL_SHARE_PCT
from orders
