-- Written by hand from the rules of sheet Contracts. Duplicates go first: the windows see what is kept.
with kept as (
    select *
    from CNTR_STAT_HIST
    qualify row_number() over (partition by CNTR_NO, CHG_DT order by CHG_SEQ desc) = 1
)
select
    CNTR_NO as contract_id,
    CHG_DT as valid_from,
    STAT_CD as status_code,
    coalesce(cast(lead(CHG_DT) over (partition by CNTR_NO order by CHG_DT) - 1 as date), date '9999-12-31') as valid_to,
    case when CHG_DT = max(CHG_DT) over (partition by CNTR_NO) then 'Y' else 'N' end as is_current,
    row_number() over (partition by CNTR_NO order by CHG_DT) as status_no,
    CHG_USR as changed_by,
    case when CHG_RSN is null or trim(CHG_RSN) = '' then 'n/a' else CHG_RSN end as change_reason
from kept
