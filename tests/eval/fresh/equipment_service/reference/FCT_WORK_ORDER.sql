with latest_status as (
    select *
    from WO_STATUS
    qualify row_number() over (partition by WO_NO order by SET_AT desc) = 1
),

costs as (
    select
        WORK_ORDER_NO,
        sum(AMOUNT) filter (where LINE_TYPE = 'Labour') as labour,
        sum(AMOUNT) filter (where LINE_TYPE = 'Part') as parts
    from WO_COST_LINE
    group by WORK_ORDER_NO
),

orders as (
    select
        o.*,
        e.EQUIPMENT_NAME,
        case upper(o.WO_TYPE) when 'PM' then 'Planned' when 'CM' then 'Breakdown' else 'Other' end as order_type,
        case s.STATUS_CD when 'O' then 'Open' when 'W' then 'Waiting' when 'D' then 'Done' when 'X' then 'Cancelled' else 'Open' end
            as current_status
    from WORK_ORDER as o
    inner join DIM_EQUIPMENT as e on e.EQUIPMENT_ID = o.EQUIP_ID
    left join latest_status as s on s.WO_NO = o.WO_NO
)

select
    o.WO_NO as WORK_ORDER_NO,
    o.EQUIP_ID as EQUIPMENT_ID,
    o.EQUIPMENT_NAME,
    o.order_type as ORDER_TYPE,
    case when o.PRIORITY = 1 then 'Urgent' when o.PRIORITY in (2, 3) then 'Normal' else 'Low' end as PRIORITY,
    cast(o.OPENED_AT as date) as OPENED_ON,
    cast(o.CLOSED_AT as date) as CLOSED_ON,
    cast(o.CLOSED_AT as date) - cast(o.OPENED_AT as date) as DAYS_OPEN,
    o.current_status as CURRENT_STATUS,
    coalesce(c.labour, 0) as LABOUR_COST,
    coalesce(c.parts, 0) as PART_COST,
    coalesce(c.labour, 0) + coalesce(c.parts, 0) as TOTAL_COST,
    case
        when o.order_type = 'Breakdown' then
            cast(o.OPENED_AT as date)
            - lag(cast(o.OPENED_AT as date)) over (partition by o.EQUIP_ID, o.order_type order by o.OPENED_AT)
    end as DAYS_SINCE_LAST_BREAKDOWN
from orders as o
left join costs as c on c.WORK_ORDER_NO = o.WO_NO
where o.current_status <> 'Cancelled'
