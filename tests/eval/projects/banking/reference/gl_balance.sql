with posting as (
    select
        *,
        cast(year(BUCH_DAT + interval 3 month) as integer) as fiscal_year,
        'Q' || quarter(BUCH_DAT + interval 3 month) as fiscal_quarter
    from FIBU
    where BUCH_DAT is not null and SH in ('S', 'H') and STORNO_KZ is distinct from 'J'
),
grouped as (
    select
        SK_NR,
        fiscal_year,
        fiscal_quarter,
        count(*) as postings,
        coalesce(sum(BETRAG) filter (where SH = 'S'), 0) as debit_total,
        coalesce(sum(BETRAG) filter (where SH = 'H'), 0) as credit_total,
        avg(BETRAG) as avg_amount,
        count(*) filter (where BETRAG >= 3000) as large_postings
    from posting
    group by SK_NR, fiscal_year, fiscal_quarter
    having count(*) >= 5
)
select
    SK_NR as gl_account,
    case left(SK_NR, 1)
        when '1' then 'Assets'
        when '3' then 'Liabilities'
        when '4' then 'Cost'
        when '6' then 'Cost'
        when '8' then 'Revenue'
    end as gl_class,
    fiscal_year,
    fiscal_quarter,
    cast(postings as integer) as postings,
    cast(debit_total as decimal(14, 2)) as debit_total,
    cast(debit_total - credit_total as decimal(14, 2)) as balance,
    cast(round(avg_amount, 2) as decimal(12, 2)) as avg_amount,
    cast(large_postings as integer) as large_postings,
    cast(rank() over (order by debit_total desc) as integer) as debit_rank
from grouped
