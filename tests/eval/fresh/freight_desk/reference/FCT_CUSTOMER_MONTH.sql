with monthly as (
    select
        CUST_CODE,
        cast(date_trunc('month', ETD) as date) as ETD_MONTH,
        count(*) as SHIPMENT_CNT,
        count(*) filter (where MODE_NAME = 'Air') as AIR_CNT,
        count(*) filter (where DELAY_CLASS in ('late', 'very late')) as LATE_CNT,
        sum(REVENUE_EUR) as REVENUE_EUR
    from FCT_SHIPMENT
    where ETD is not null and CUST_CODE is not null
    group by all
)

select
    *,
    sum(REVENUE_EUR) over (partition by CUST_CODE, year(ETD_MONTH) order by ETD_MONTH) as REVENUE_YTD_EUR,
    coalesce(lag(REVENUE_EUR) over (partition by CUST_CODE order by ETD_MONTH), 0) as PREV_REVENUE_EUR,
    rank() over (partition by ETD_MONTH order by REVENUE_EUR desc) as RANK_IN_MONTH
from monthly
