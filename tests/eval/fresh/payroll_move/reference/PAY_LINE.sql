with stacked as (
    select
        cast(p.RUN_NO as varchar) || '/' || cast(p.LINE_NO as varchar) as LINE_ID,
        p.EMP_ID,
        cast(strptime(p.PER || '01', '%Y%m%d') as date) as PERIOD,
        upper(trim(p.ELEM)) as ELEM_CD,
        p.AMT
    from PAY_ELEM as p
    where p.REV is distinct from 'X'
        and p.AMT <> 0
    union all
    select
        'OT' || cast(o.SHEET_NO as varchar) as LINE_ID,
        o.EMP_ID,
        cast(date_trunc('month', o.WORK_DT) as date) as PERIOD,
        'OVT' as ELEM_CD,
        round(o.HRS * coalesce(o.RATE, 20), 2) as AMT
    from OT_SHEET as o
    where upper(o.APPR) = 'Y'
        and o.HRS > 0
),

grouped as (
    select
        s.*,
        case
            when s.ELEM_CD in ('BAS', 'ALW', 'BON', 'OVT') then 'EARN'
            when s.ELEM_CD in ('TAX', 'SOC') then 'DEDUCT'
            else 'OTHER'
        end as ELEM_GRP
    from stacked as s
)

select
    g.LINE_ID,
    w.WORKER_ID,
    g.PERIOD,
    g.ELEM_CD,
    g.ELEM_GRP,
    case when g.ELEM_GRP = 'DEDUCT' then -abs(g.AMT) else g.AMT end as AMT
from grouped as g
inner join WORKER as w on w.LEGACY_NO = g.EMP_ID
