with worked as (
    select
        l.TECH_ID,
        count(distinct l.WO_NO) as orders,
        sum(l.HOURS) as hours
    from WO_LABOUR as l
    inner join FCT_WORK_ORDER as o on o.WORK_ORDER_NO = l.WO_NO
    group by l.TECH_ID
)

select
    t.TECH_ID as TECHNICIAN_ID,
    trim(t.FULL_NAME) as TECHNICIAN_NAME,
    coalesce(t.TEAM, 'Unassigned') as TEAM,
    coalesce(w.orders, 0) as ORDERS_WORKED,
    coalesce(w.hours, 0) as HOURS_WORKED,
    round(coalesce(w.hours, 0) / w.orders, 2) as AVG_HOURS_PER_ORDER,
    row_number() over (
        partition by coalesce(t.TEAM, 'Unassigned')
        order by coalesce(w.hours, 0) desc, t.TECH_ID
    ) as RANK_IN_TEAM
from TECHNICIAN as t
left join worked as w on w.TECH_ID = t.TECH_ID
where t.LEFT_ON is null
