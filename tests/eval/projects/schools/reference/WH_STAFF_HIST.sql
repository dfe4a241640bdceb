with typed as (
    select
        *,
        cast(replace(replace(nullif(trim(FTE_TXT), ''), '.', ''), ',', '.') as decimal(4, 2)) as fte,
        cast(replace(replace(nullif(trim(PAY_TXT), ''), '.', ''), ',', '.') as decimal(10, 2)) as pay,
        lead(START_DT) over (partition by STAFF_NO order by START_DT) as next_start
    from STAFF_CONTRACT
)
select
    CONTRACT_NO as CONTRACT_NO,
    STAFF_NO as STAFF_NO,
    STAFF_NAME as STAFF_NAME,
    SCH_CODE as SCHOOL_CODE,
    case upper(trim(ROLE_CD))
        when 'T' then 'Teacher' when 'H' then 'Head of school' when 'A' then 'Administration'
        when 'C' then 'Caretaker' else 'Other staff'
    end as ROLE,
    fte as FTE,
    pay as MONTHLY_PAY,
    cast(round(pay * 13 * coalesce(fte, 1), 2) as decimal(12, 2)) as YEARLY_PAY,
    START_DT as VALID_FROM,
    coalesce(next_start - 1, date '9999-12-31') as VALID_TO,
    END_DT as CONTRACT_END,
    case when next_start is null and (END_DT is null or END_DT >= date '2025-02-01') then 'Y' else 'N' end as CURRENT_YN
from typed
