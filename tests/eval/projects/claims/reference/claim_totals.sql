select
    CLM_ID as claim_id,
    count(*) as line_count,
    sum(coalesce(UNITS, 1)) as units,
    sum(BILLED_AMT) as billed_amount,
    coalesce(sum(ALLOWED_AMT), 0) as allowed_amount,
    coalesce(sum(PAID_AMT) filter (where DENIAL_CD is null or DENIAL_CD = ''), 0) as paid_not_denied,
    count(*) filter (where DENIAL_CD <> '') as denied_lines,
    cast(round(sum(PAID_AMT) / nullif(sum(ALLOWED_AMT), 0), 4) as decimal(9, 4)) as paid_ratio
from CLM_LINE
group by CLM_ID
