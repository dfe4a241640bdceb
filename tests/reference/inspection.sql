-- Written by hand from the rules of sheet Contracts.
select
    q.INSP_ID as inspection_id,
    q.EVT_ID as delivery_id,
    q.VNDR_ID as supplier_id,
    q.INSP_DT as inspected_on,
    q.SMPL_QTY as sample_size,
    q.DEFECT_QTY as defects,
    q.RESULT_CD as result_code,
    q.COST_AMT as cost_amount,
    case upper(q.RESULT_CD) when 'P' then 'passed' when 'F' then 'failed' when 'C' then 'conditional' else 'unknown'
    end as result,
    cast(round(100 * q.DEFECT_QTY / nullif(q.SMPL_QTY, 0), 2) as decimal(7, 2)) as defect_pct,
    d.PO_NO as order_number
from QLTY_INSP as q
inner join DLV_EVT as d on d.EVT_ID = q.EVT_ID
