with spine as (
    select
        SCHOOL_CODE,
        cast(
            unnest(
                generate_series(
                    date_trunc('month', min(EVENT_DATE)), date_trunc('month', max(EVENT_DATE)), interval 1 month
                )
            ) as date
        ) as month_start
    from FACT_MONEY_EVENT
    group by SCHOOL_CODE
),

totals as (
    select
        SCHOOL_CODE,
        cast(date_trunc('month', EVENT_DATE) as date) as month_start,
        coalesce(sum(AMOUNT_EUR) filter (where AMOUNT_EUR > 0), 0) as income,
        coalesce(-sum(AMOUNT_EUR) filter (where AMOUNT_EUR < 0), 0) as expense
    from FACT_MONEY_EVENT
    group by SCHOOL_CODE, date_trunc('month', EVENT_DATE)
)

select
    s.SCHOOL_CODE as SCHOOL_CODE,
    s.month_start as MONTH_START,
    'Q' || quarter(s.month_start) || ' ' || year(s.month_start) as QUARTER_LABEL,
    cast(coalesce(t.income, 0) as decimal(12, 2)) as INCOME_EUR,
    cast(coalesce(t.expense, 0) as decimal(12, 2)) as EXPENSE_EUR,
    cast(
        sum(coalesce(t.income, 0) - coalesce(t.expense, 0)) over (partition by s.SCHOOL_CODE order by s.month_start)
        as decimal(14, 2)
    ) as BALANCE_EUR
from spine as s
left join totals as t on t.SCHOOL_CODE = s.SCHOOL_CODE and t.month_start = s.month_start
