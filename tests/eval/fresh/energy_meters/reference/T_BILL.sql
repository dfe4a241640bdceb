with consumed as (
    select
        m.CONTRACT_NO,
        m.MONTH_START,
        sum(u.KWH) as kwh
    from T_CONTRACT_MONTH as m
    inner join ZCONTRACT as c on c.CONTRACT_NO = m.CONTRACT_NO
    inner join T_CONSUMPTION as u
        on u.POINT_NO = m.POINT_NO
        and cast(date_trunc('month', u.PERIOD_TO) as date) = m.MONTH_START
        and u.PERIOD_TO >= c.START_DATE
        and (c.END_DATE is null or u.PERIOD_TO <= c.END_DATE)
    group by m.CONTRACT_NO, m.MONTH_START
),

billed as (
    select
        m.CONTRACT_NO,
        m.MONTH_START as BILL_MONTH,
        m.CUSTOMER_NAME,
        coalesce(u.kwh, 0) as BILLED_KWH,
        m.BASE_FEE,
        cast(coalesce(round(coalesce(u.kwh, 0) * m.PRICE_PER_KWH, 2), 0) as decimal(10, 2)) as ENERGY_AMOUNT
    from T_CONTRACT_MONTH as m
    left join consumed as u on u.CONTRACT_NO = m.CONTRACT_NO and u.MONTH_START = m.MONTH_START
)

select
    *,
    BASE_FEE + ENERGY_AMOUNT as TOTAL_AMOUNT,
    case
        when row_number() over (partition by CONTRACT_NO order by BILL_MONTH) = 1 then 'First'
        when BILLED_KWH = 0 then 'Estimate'
        else 'Normal'
    end as MONTH_KIND,
    BASE_FEE + ENERGY_AMOUNT - lag(BASE_FEE + ENERGY_AMOUNT) over (partition by CONTRACT_NO order by BILL_MONTH) as CHANGE_TO_PREV
from billed
