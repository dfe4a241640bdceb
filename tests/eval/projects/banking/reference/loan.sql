with marked as (
    select *, coalesce(GEZ_AM <= date '2024-12-31', false) as is_paid from RATE
),
plan as (
    select
        DAR_NR,
        count(*) as instalments,
        count(*) filter (where is_paid) as paid,
        sum(TILGUNG) filter (where is_paid) as redeemed,
        sum(TILGUNG + coalesce(ZINS, 0)) filter (where not is_paid and FAELLIG < date '2024-12-31') as overdue,
        min(FAELLIG) filter (where not is_paid) as next_due_on
    from marked
    group by DAR_NR
)
select
    d.DAR_NR as loan_no,
    d.KTO_NR as account_no,
    k.holder_no as customer_no,
    d.BETRAG as principal,
    cast(replace(d.ZINS_PCT, ',', '.') as decimal(6, 3)) as interest_pct,
    d.AUSZ_DAT as paid_out_on,
    d.LZ_MON as term_months,
    last_day(cast(d.AUSZ_DAT + to_months(d.LZ_MON) as date)) as maturity_on,
    d.SB as clerk,
    cast(coalesce(r.instalments, 0) as integer) as instalments,
    cast(d.BETRAG - coalesce(r.redeemed, 0) as decimal(14, 2)) as outstanding,
    cast(round(100.0 * r.paid / nullif(r.instalments, 0), 1) as decimal(5, 1)) as paid_pct,
    cast(coalesce(r.overdue, 0) as decimal(12, 2)) as overdue_amount,
    r.next_due_on
from DARLEHEN as d
left join dim_account as k on k.account_no = d.KTO_NR
left join plan as r on r.DAR_NR = d.DAR_NR
