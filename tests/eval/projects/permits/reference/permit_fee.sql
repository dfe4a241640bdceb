select
    APPL_NO as permit_no,
    count(*) as fee_count,
    coalesce(sum(AMOUNT) filter (where WAIVED is distinct from 'Y'), 0) as charged,
    coalesce(sum(AMOUNT) filter (where PAID_ON is not null), 0) as paid,
    coalesce(sum(AMOUNT) filter (where KIND = 'LATE'), 0) as late_fee,
    coalesce(sum(AMOUNT) filter (where upper(KIND) = 'BASE'), 0) as base_fee,
    min(DUE_ON) as first_due_on,
    max(PAID_ON) as last_paid_on,
    count(*) filter (where PAID_ON > DUE_ON) as paid_late,
    bool_and(PAID_ON is not null or WAIVED is not distinct from 'Y') as is_settled
from FEE
group by APPL_NO
