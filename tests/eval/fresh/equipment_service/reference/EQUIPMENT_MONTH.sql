with monthly as (
    select
        EQUIPMENT_ID,
        cast(date_trunc('month', OPENED_ON) as date) as COST_MONTH,
        count(*) as ORDERS,
        count(*) filter (where ORDER_TYPE = 'Breakdown') as BREAKDOWNS,
        sum(TOTAL_COST) as COST
    from FCT_WORK_ORDER
    group by all
)

select
    m.EQUIPMENT_ID,
    m.COST_MONTH,
    e.SITE_NAME,
    m.ORDERS,
    m.BREAKDOWNS,
    m.COST,
    sum(m.COST) over (partition by m.EQUIPMENT_ID, year(m.COST_MONTH) order by m.COST_MONTH) as COST_YEAR_TO_DATE,
    m.COST - lag(m.COST) over (partition by m.EQUIPMENT_ID order by m.COST_MONTH) as COST_CHANGE
from monthly as m
left join DIM_EQUIPMENT as e on e.EQUIPMENT_ID = m.EQUIPMENT_ID
