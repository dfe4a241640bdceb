select
    APPL_NO as permit_no,
    INSP_NO as inspection_no,
    cast(DONE_AT as date) as inspected_on,
    coalesce(lower(RESULT), 'open') as result,
    SCORE as score,
    case
        when lower(RESULT) = 'pass' and SCORE >= 90 then 'top'
        when lower(RESULT) = 'pass' then 'pass'
        when lower(RESULT) = 'fail' then 'fail'
        else 'none'
    end as grade
from INSPECTION
where DONE_AT is not null
qualify row_number() over (partition by APPL_NO order by DONE_AT desc) = 1
