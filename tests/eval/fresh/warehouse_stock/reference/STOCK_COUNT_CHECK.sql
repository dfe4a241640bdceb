with latest as (
    select *
    from STOCK_COUNT
    where COUNTED_QTY is not null
    qualify row_number() over (partition by ITEM_NO, WH_CODE order by COUNTED_ON desc, COUNT_ID desc) = 1
),

booked as (
    select
        c.*,
        i.ITEM_NAME,
        w.WAREHOUSE_NAME,
        coalesce((
            select sum(m.SIGNED_QUANTITY)
            from FCT_MOVEMENT as m
            where m.ITEM_ID = c.ITEM_NO and m.WAREHOUSE_CODE = c.WH_CODE and m.MOVEMENT_DATE <= c.COUNTED_ON
        ), 0) as BOOK_QTY
    from latest as c
    inner join DIM_ITEM as i on i.ITEM_ID = c.ITEM_NO
    inner join DIM_WAREHOUSE as w on w.WAREHOUSE_CODE = c.WH_CODE
    where w.IS_OPEN = 'Y'
)

select
    COUNT_ID,
    ITEM_NO as ITEM_ID,
    ITEM_NAME,
    WAREHOUSE_NAME,
    COUNTED_ON as COUNT_DATE,
    COUNTED_QTY,
    BOOK_QTY,
    COUNTED_QTY - BOOK_QTY as DIFFERENCE,
    round(100.0 * (COUNTED_QTY - BOOK_QTY) / nullif(BOOK_QTY, 0), 1) as DIFFERENCE_PCT,
    case
        when COUNTED_QTY - BOOK_QTY = 0 then 'Match'
        when COUNTED_QTY - BOOK_QTY < 0 then 'Shortage'
        else 'Surplus'
    end as RESULT,
    coalesce(upper(COUNTED_BY), 'N/A') as COUNTED_BY
from booked
