select
    c.CLM_ID as event_id,
    c.MBR_ID as member_id,
    'MEDICAL' as event_type,
    c.SVC_FROM as event_date,
    c.BILLED as amount,
    coalesce(c.STATUS = 'VOID', false) as is_void
from CLAIM_HDR as c
where c.SVC_FROM is not null
union all
select
    'RX-' || r.RX_ID,
    r.MBR_ID,
    'PHARMACY',
    r.FILL_DT,
    r.INGR_COST + coalesce(r.DISP_FEE, 0),
    coalesce(r.REVERSAL_FLG = 'Y', false)
from PHARM_CLAIM as r
inner join MBR as m on m.MBR_ID = r.MBR_ID
