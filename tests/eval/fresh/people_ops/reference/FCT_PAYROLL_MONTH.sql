with monthly as (
    select
        l.EMP_NO,
        cast(strptime(l.PERIOD, '%Y%m') as date) as PAY_MONTH,
        e.COUNTRY,
        coalesce(sum(l.AMOUNT_CENTS) filter (where l.COMPONENT = 'BASE'), 0) / 100 as BASE_PAY,
        coalesce(sum(l.AMOUNT_CENTS) filter (where l.COMPONENT = 'OVT'), 0) / 100 as OVERTIME_PAY,
        coalesce(sum(l.AMOUNT_CENTS) filter (where l.COMPONENT in ('BON1', 'BON2')), 0) / 100 as BONUS_PAY,
        coalesce(sum(l.AMOUNT_CENTS) filter (where l.COMPONENT in ('TAX', 'SOC')), 0) / 100 as DEDUCTIONS
    from PAYROLL_LINE as l
    inner join DIM_EMPLOYEE as e on e.EMPLOYEE_NO = l.EMP_NO
    where l.STATUS = 'B'
    group by all
),

netted as (
    select
        *,
        round(BASE_PAY + OVERTIME_PAY + BONUS_PAY - DEDUCTIONS, 2) as NET_PAY
    from monthly
)

select
    EMP_NO as EMPLOYEE_NO,
    PAY_MONTH,
    COUNTRY,
    BASE_PAY,
    OVERTIME_PAY,
    BONUS_PAY,
    DEDUCTIONS,
    NET_PAY,
    round(NET_PAY - lag(NET_PAY) over (partition by EMP_NO order by PAY_MONTH), 2) as NET_CHANGE,
    round(sum(NET_PAY) over (partition by EMP_NO, year(PAY_MONTH) order by PAY_MONTH), 2) as NET_YEAR_TO_DATE
from netted
