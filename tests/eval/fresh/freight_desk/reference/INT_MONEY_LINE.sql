with lines as (
    select
        'R-' || CHG_ID as LINE_KEY,
        SHIP_NO,
        'Revenue' as SIDE,
        upper(CHG_TYPE) as CHARGE_TYPE,
        CHG_DATE as LINE_DATE,
        AMT as AMOUNT,
        coalesce(CURR, 'EUR') as CURR
    from TB_CHARGE
    where CANCELLED is distinct from 'Y'
    union all
    select
        'C-' || BILL_NO,
        SHIP_NO,
        'Cost',
        'CARRIER',
        BILL_DATE,
        AMT,
        coalesce(CURR, 'EUR')
    from TB_CARRIER_BILL
    where POSTED_ON is not null
)

select
    l.LINE_KEY,
    l.SHIP_NO,
    l.SIDE,
    l.CHARGE_TYPE,
    l.LINE_DATE,
    l.AMOUNT,
    l.CURR,
    cast(round(l.AMOUNT * case when l.CURR = 'EUR' then 1 else r.RATE_TO_EUR end, 2) as decimal(12, 2)) as AMOUNT_EUR
from lines as l
left join TB_RATE as r
    on r.CURR = l.CURR
    and r.RATE_DATE = (select max(x.RATE_DATE) from TB_RATE as x where x.CURR = l.CURR and x.RATE_DATE <= l.LINE_DATE)
