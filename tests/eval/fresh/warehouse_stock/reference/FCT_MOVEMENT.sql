with posted as (
    select
        m.*,
        cast(m.MOVED_AT as date) as moved_on,
        coalesce(case when m.MOVE_TYPE = 'IS' then m.QTY * -1 else m.QTY end, 0) as signed,
        i.UNIT_COST
    from STOCK_MOVEMENT as m
    inner join DIM_ITEM as i on i.ITEM_ID = m.ITEM_NO
    where m.STATUS = 'POSTED'
)

select
    p.MOVE_ID as MOVEMENT_ID,
    p.ITEM_NO as ITEM_ID,
    p.WH_CODE as WAREHOUSE_CODE,
    coalesce(w.WAREHOUSE_NAME, 'Unknown warehouse') as WAREHOUSE_NAME,
    case p.MOVE_TYPE when 'RC' then 'Receipt' when 'IS' then 'Issue' when 'AD' then 'Adjustment' else 'Other' end
        as MOVEMENT_TYPE,
    p.moved_on as MOVEMENT_DATE,
    p.signed as SIGNED_QUANTITY,
    p.signed * p.UNIT_COST as MOVEMENT_VALUE,
    sum(p.signed) over (
        partition by p.ITEM_NO, p.WH_CODE order by p.MOVED_AT, p.MOVE_ID rows between unbounded preceding and current row
    ) as RUNNING_BALANCE,
    p.moved_on - lag(p.moved_on) over (partition by p.ITEM_NO, p.WH_CODE order by p.MOVED_AT, p.MOVE_ID)
        as DAYS_SINCE_PREVIOUS
from posted as p
left join DIM_WAREHOUSE as w on w.WAREHOUSE_CODE = p.WH_CODE
