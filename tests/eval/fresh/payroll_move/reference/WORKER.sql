with latest as (
    select *
    from EMP_MST
    qualify row_number() over (partition by EMP_ID order by VERS desc) = 1
)

select
    EMP_ID as LEGACY_NO,
    'W' || lpad(cast(EMP_ID as varchar), 6, '0') as WORKER_ID,
    upper(SURNAME) as LAST_NM,
    trim(FORENAME) as FIRST_NM,
    cast(strptime(cast(nullif(BIRTH_DT, 0) as varchar), '%Y%m%d') as date) as BIRTH_DT,
    case SEX when '1' then 'M' when '2' then 'F' else 'U' end as GENDER,
    cast(strptime(cast(HIRE_DT as varchar), '%Y%m%d') as date) as HIRE_DT,
    case
        when TERM_DT not in (0, 99991231)
            then cast(strptime(cast(nullif(TERM_DT, 0) as varchar), '%Y%m%d') as date)
    end as TERM_DT,
    coalesce(upper(trim(DEPT)), '0000') as DEPT_CD,
    case CONTR when 'P' then 'permanent' when 'T' then 'temporary' else 'unknown' end as CONTRACT,
    coalesce(HRS, 38.5) as WEEK_HRS
from latest
where REC_ST is null or REC_ST not in ('D', 'T')
