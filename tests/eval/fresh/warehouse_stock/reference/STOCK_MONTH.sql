with monthly as (
    select
        cast(date_trunc('month', MOVEMENT_DATE) as date) as MONTH_START,
        ITEM_ID,
        WAREHOUSE_CODE,
        coalesce(sum(SIGNED_QUANTITY) filter (where MOVEMENT_TYPE = 'Receipt'), 0) as RECEIVED_QTY,
        coalesce(sum(SIGNED_QUANTITY) filter (where MOVEMENT_TYPE = 'Issue') * -1, 0) as ISSUED_QTY,
        sum(SIGNED_QUANTITY) as NET_QTY
    from FCT_MOVEMENT
    group by all
),

closed as (
    select
        *,
        sum(NET_QTY) over (partition by ITEM_ID, WAREHOUSE_CODE order by MONTH_START) as CLOSING_QTY
    from monthly
)

select
    c.MONTH_START,
    c.ITEM_ID,
    i.ITEM_NAME,
    c.WAREHOUSE_CODE,
    c.RECEIVED_QTY,
    c.ISSUED_QTY,
    c.NET_QTY,
    c.CLOSING_QTY,
    c.CLOSING_QTY * i.UNIT_COST as CLOSING_VALUE,
    case when c.CLOSING_QTY < i.REORDER_POINT then 'Y' else 'N' end as BELOW_REORDER
from closed as c
inner join DIM_ITEM as i on i.ITEM_ID = c.ITEM_ID
