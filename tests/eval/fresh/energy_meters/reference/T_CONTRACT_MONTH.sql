with months as (
    select cast(m as date) as MONTH_START
    from generate_series(timestamp '2024-01-01', timestamp '2024-05-01', interval 1 month) as g(m)
),

running as (
    select
        c.CONTRACT_NO,
        c.POINT_NO,
        trim(c.CUST_NAME) as CUSTOMER_NAME,
        m.MONTH_START,
        coalesce(upper(c.TARIFF), 'BASE') as TARIFF
    from ZCONTRACT as c
    inner join months as m
        on c.START_DATE <= last_day(m.MONTH_START)
        and (c.END_DATE is null or c.END_DATE >= m.MONTH_START)
    where c.STATUS is distinct from 'S'
)

select
    r.CONTRACT_NO,
    r.POINT_NO,
    r.CUSTOMER_NAME,
    r.MONTH_START,
    r.TARIFF,
    coalesce(t.BASE_FEE, 0) as BASE_FEE,
    cast(t.CENT_PER_KWH / 100 as decimal(8, 5)) as PRICE_PER_KWH
from running as r
left join ZTARIFF as t
    on t.TARIFF = r.TARIFF
    and t.VALID_FROM = (select max(x.VALID_FROM) from ZTARIFF as x where x.TARIFF = r.TARIFF and x.VALID_FROM <= r.MONTH_START)
