-- Written by hand from the rules of sheet Contracts.
select
    d.EVT_ID as delivery_id,
    d.CNTR_NO as contract_id,
    d.VNDR_ID as supplier_id,
    d.PO_NO as order_number,
    d.PROM_DT as promised_on,
    d.DLV_DT as delivered_on,
    d.QTY_ORD as quantity_ordered,
    d.QTY_DLV as quantity_delivered,
    upper(trim(d.STAT_CD)) as status_code,
    coalesce(d.PENALTY_AMT, 0) as penalty_amount,
    upper(trim(d.PLANT_CD)) as plant_code,
    case when d.DLV_DT < d.PROM_DT then 0 else d.DLV_DT - d.PROM_DT end as delay_days,
    case
        when upper(d.STAT_CD) = 'CAN' then 'CANCELLED'
        when d.DLV_DT is not null then 'DELIVERED'
        else 'OPEN'
    end as delivery_state,
    coalesce(d.QTY_DLV >= d.QTY_ORD, false) as is_complete,
    case when d.QTY_ORD <> 0 then cast(round(d.QTY_DLV / d.QTY_ORD, 4) as decimal(7, 4)) end as fill_rate
from DLV_EVT as d
