-- Written by hand: the existing columns as the existing file has them, the others from sheet Supplier Performance.
with inspection as (
    select VNDR_ID, count(*) as inspection_count, sum(SMPL_QTY) as sampled, sum(DEFECT_QTY) as defects
    from QLTY_INSP
    where INSP_DT >= date '2018-01-01'
    group by VNDR_ID
)
select
    v.VNDR_ID as supplier_id,
    count(d.EVT_ID) as delivery_count,
    sum(case when d.DLV_DT <= d.PROM_DT then 1 else 0 end) as on_time_count,
    cast(round(100.0 * count(*) filter (where d.DLV_DT <= d.PROM_DT) / nullif(count(d.DLV_DT), 0), 2)
        as decimal(7, 2)) as on_time_rate,
    max(q.inspection_count) as inspection_count,
    round(100.0 * max(q.defects) / nullif(max(q.sampled), 0), 2) as defect_rate,
    v.VNDR_NM as supplier_name,
    v.STAT_CD as status_code,
    v.RISK_SCR as risk_score,
    min(d.DLV_DT) as first_delivered_on,
    max(d.DLV_DT) as last_delivered_on,
    coalesce(sum(d.PENALTY_AMT), 0) as penalty_amount,
    coalesce(sum(d.DLV_DT - d.PROM_DT) filter (where d.DLV_DT > d.PROM_DT), 0) as late_days,
    max(d.DLV_DT - d.PROM_DT) as worst_delay_days,
    cast(round(sum(d.QTY_DLV) / nullif(sum(d.QTY_ORD), 0), 4) as decimal(9, 4)) as quantity_fill_rate,
    case
        when count(*) filter (where d.DLV_DT > d.PROM_DT) = 0 then 'A'
        when count(*) filter (where d.DLV_DT > d.PROM_DT) <= 2 then 'B'
        else 'C'
    end as performance_class,
    2 as report_version
from VNDR_MST as v
left join DLV_EVT as d on d.VNDR_ID = v.VNDR_ID
left join inspection as q on q.VNDR_ID = v.VNDR_ID
group by v.VNDR_ID, v.VNDR_NM, v.STAT_CD, v.RISK_SCR
