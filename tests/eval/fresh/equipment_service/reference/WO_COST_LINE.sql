select
    'L' || LABOUR_ID as LINE_KEY,
    'Labour' as LINE_TYPE,
    WO_NO as WORK_ORDER_NO,
    HOURS as QUANTITY,
    coalesce(RATE, 45) as UNIT_PRICE,
    round(HOURS * coalesce(RATE, 45), 2) as AMOUNT
from WO_LABOUR
where HOURS > 0
union all
select
    'P' || PART_LINE as LINE_KEY,
    'Part' as LINE_TYPE,
    WO_NO as WORK_ORDER_NO,
    QTY as QUANTITY,
    coalesce(UNIT_PRICE, 0) as UNIT_PRICE,
    round(QTY * coalesce(UNIT_PRICE, 0), 2) as AMOUNT
from WO_PART
where RETURNED is distinct from 'Y'
