with good as (
    select e.*
    from TB_EVENT as e
    inner join STG_SHIPMENT as s on s.SHIP_NO = e.SHIP_NO
    where e.EVT_CODE is distinct from 'TST' and e.EVT_TS is not null
),

newest as (
    select *
    from good
    qualify row_number() over (partition by SHIP_NO order by EVT_TS desc, EVT_ID desc) = 1
),

counted as (
    select
        SHIP_NO,
        min(EVT_TS) filter (where EVT_CODE = 'PUP') as PICKUP_TS,
        max(EVT_TS) filter (where EVT_CODE = 'DLV') as DELIVERED_TS,
        count(*) as EVENT_CNT,
        count(*) filter (where EVT_CODE in ('EX1', 'EX2')) as PROBLEM_CNT
    from good
    group by SHIP_NO
)

select
    c.SHIP_NO,
    c.PICKUP_TS,
    c.DELIVERED_TS,
    c.EVENT_CNT,
    c.PROBLEM_CNT,
    n.EVT_CODE as LAST_CODE,
    n.PLACE as LAST_PLACE
from counted as c
inner join newest as n on n.SHIP_NO = c.SHIP_NO
