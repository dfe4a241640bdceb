with latest as (
    select *
    from EMPLOYEE
    qualify row_number() over (partition by EMP_NO order by CHANGED_AT desc) = 1
),

cleaned as (
    select
        *,
        nullif(LEFT_ON, date '9999-12-31') as gone_on
    from latest
    where HIRED_ON <= date '2024-12-31'
),

placed as (
    select *
    from ASSIGNMENT
    where VALID_FROM <= date '2024-12-31' and REASON is distinct from 'ERR'
    qualify row_number() over (partition by EMP_NO order by VALID_FROM desc) = 1
)

select
    e.EMP_NO as EMPLOYEE_NO,
    trim(e.LAST_NAME) || ', ' || trim(e.FIRST_NAME) as FULL_NAME,
    nullif(lower(trim(e.EMAIL)), '') as EMAIL,
    cast(strptime(nullif(e.BIRTH_DATE, '00000000'), '%Y%m%d') as date) as BIRTH_DATE,
    e.COUNTRY,
    e.HIRED_ON,
    e.gone_on as LEFT_ON,
    case when e.gone_on <= date '2024-12-31' then 'Left' else 'Active' end as STATUS,
    case e.CONTRACT when 'P' then 'Permanent' when 'T' then 'Temporary' when 'A' then 'Apprentice' else 'Unknown' end
        as CONTRACT_TYPE,
    date_sub(
        'year',
        e.HIRED_ON,
        case when e.gone_on <= date '2024-12-31' then e.gone_on else date '2024-12-31' end
    ) as SERVICE_YEARS,
    coalesce(p.TITLE, 'No position') as CURRENT_TITLE
from cleaned as e
left join placed as a on a.EMP_NO = e.EMP_NO
left join POSITION as p on p.POS_ID = a.POS_ID
