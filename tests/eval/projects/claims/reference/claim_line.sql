select
    l.LINE_ID as line_id,
    l.CLM_ID as claim_id,
    row_number() over (partition by l.CLM_ID order by l.LINE_ID) as line_no,
    split_part(l.PROC_CD, '-', 1) as procedure_code,
    case when l.PROC_CD like '%-%' then split_part(l.PROC_CD, '-', 2) end as modifier,
    coalesce(nullif(l.UNITS, 0), 1) as units,
    l.BILLED_AMT as billed_amount,
    cast(round(l.BILLED_AMT / coalesce(nullif(l.UNITS, 0), 1), 2) as decimal(12, 2)) as price_per_unit,
    case when l.ALLOWED_AMT is not null then greatest(l.ALLOWED_AMT - coalesce(l.PAID_AMT, 0), 0) end as member_share,
    coalesce(trim(l.DENIAL_CD) <> '', false) as is_denied,
    c.MBR_ID as member_id,
    coalesce(l.PROC_CD like 'J%', false) as is_drug
from CLM_LINE as l
inner join CLAIM_HDR as c on c.CLM_ID = l.CLM_ID
