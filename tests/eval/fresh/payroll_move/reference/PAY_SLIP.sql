with slips as (
    select
        WORKER_ID,
        PERIOD,
        sum(AMT) filter (where ELEM_GRP = 'EARN') as GROSS,
        coalesce(-sum(AMT) filter (where ELEM_GRP = 'DEDUCT'), 0) as DEDUCT,
        sum(AMT) as NET,
        first(ELEM_CD order by AMT desc, ELEM_CD) as TOP_ELEM
    from PAY_LINE
    group by WORKER_ID, PERIOD
    having count(*) filter (where ELEM_GRP = 'EARN') > 0
)

select
    WORKER_ID,
    PERIOD,
    WORKER_ID || '-' || strftime(PERIOD, '%Y%m') as SLIP_NO,
    GROSS,
    DEDUCT,
    NET,
    TOP_ELEM,
    lag(NET) over (partition by WORKER_ID order by PERIOD) as NET_PREV,
    sum(GROSS) over (partition by WORKER_ID, year(PERIOD) order by PERIOD) as GROSS_YTD
from slips
