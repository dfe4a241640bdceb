-- Written by hand from the rules of sheet Additional Info.
select
    d.CNTR_NO as contract_id,
    count(*) as delivery_count,
    count(distinct d.VNDR_ID) as supplier_count,
    min(d.PROM_DT) as first_promised_on,
    max(d.DLV_DT) as last_delivered_on,
    sum(d.QTY_ORD) as quantity_ordered,
    coalesce(sum(d.QTY_DLV), 0) as quantity_delivered,
    coalesce(sum(d.PENALTY_AMT) filter (where d.DLV_DT > d.PROM_DT), 0) as late_penalty,
    count(*) filter (where upper(d.STAT_CD) = 'CAN') as cancelled_count,
    cast(round(avg(d.DLV_DT - d.PROM_DT), 1) as decimal(7, 1)) as average_delay,
    cast(round(100 * sum(d.QTY_DLV) / nullif(sum(d.QTY_ORD), 0), 2) as decimal(9, 2)) as fill_rate_pct,
    case when count(*) > count(d.DLV_DT) then 'Y' else 'N' end as has_open_events
from DLV_EVT as d
where d.CNTR_NO is not null
group by d.CNTR_NO
