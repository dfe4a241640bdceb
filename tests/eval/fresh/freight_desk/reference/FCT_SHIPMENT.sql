with money as (
    select
        SHIP_NO,
        sum(AMOUNT_EUR) filter (where SIDE = 'Revenue') as revenue,
        sum(AMOUNT_EUR) filter (where SIDE = 'Cost') as cost
    from INT_MONEY_LINE
    group by SHIP_NO
),

joined as (
    select
        s.SHIP_NO,
        s.CUST_CODE,
        coalesce(trim(c.CUST_NAME), 'not in master') as CUST_NAME,
        c.COUNTRY as CUST_COUNTRY,
        s.MODE_NAME,
        s.ETD,
        s.ETA,
        cast(e.DELIVERED_TS as date) as DELIVERED_ON,
        coalesce(m.revenue, 0) as REVENUE_EUR,
        coalesce(m.cost, 0) as COST_EUR
    from STG_SHIPMENT as s
    left join TB_CUSTOMER as c on c.CUST_CODE = s.CUST_CODE
    left join INT_SHIPMENT_EVENTS as e on e.SHIP_NO = s.SHIP_NO
    left join money as m on m.SHIP_NO = s.SHIP_NO
)

select
    SHIP_NO,
    CUST_CODE,
    CUST_NAME,
    CUST_COUNTRY,
    MODE_NAME,
    ETD,
    DELIVERED_ON,
    REVENUE_EUR,
    COST_EUR,
    REVENUE_EUR - COST_EUR as MARGIN_EUR,
    round(100 * (REVENUE_EUR - COST_EUR) / nullif(REVENUE_EUR, 0), 1) as MARGIN_PCT,
    DELIVERED_ON - ETA as DELAY_DAYS,
    case
        when DELIVERED_ON is null then 'open'
        when ETA is null then 'no ETA'
        when DELIVERED_ON - ETA <= 0 then 'on time'
        when DELIVERED_ON - ETA <= 3 then 'late'
        else 'very late'
    end as DELAY_CLASS
from joined
