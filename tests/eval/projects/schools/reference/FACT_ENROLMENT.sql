select
    e.ENR_ID as ENR_ID,
    e.PUPIL_NO as PUPIL_NO,
    e.SCH_CODE as SCHOOL_CODE,
    coalesce(w.SCHOOL_SK, -1) as SCHOOL_SK,
    e.START_DT as START_DT,
    coalesce(
        e.END_DT, make_date(year(e.START_DT) + case when month(e.START_DT) >= 8 then 1 else 0 end, 7, 31)
    ) as END_DT,
    case
        when month(e.START_DT) >= 8
            then year(e.START_DT) || '/' || lpad(cast((year(e.START_DT) + 1) % 100 as varchar), 2, '0')
        else (year(e.START_DT) - 1) || '/' || lpad(cast(year(e.START_DT) % 100 as varchar), 2, '0')
    end as SCHOOL_YEAR,
    e.GRADE_LVL as GRADE_LEVEL,
    case
        when e.GRADE_LVL is null then 'not assigned'
        when e.GRADE_LVL <= 0 then 'Kindergarten'
        when e.GRADE_LVL <= 3 then 'Cycle 1'
        when e.GRADE_LVL <= 6 then 'Cycle 2'
        when e.GRADE_LVL <= 9 then 'Cycle 3'
        else 'Post-compulsory'
    end as LEVEL_BAND,
    nullif(concat_ws('-', e.GRADE_LVL, upper(e.CLASS_CD)), '') as CLASS_LABEL,
    hm.MUN_NAME as HOME_MUN_NAME,
    sm.MUN_NAME as SCHOOL_MUN_NAME,
    cast(row_number() over (partition by e.PUPIL_NO order by e.START_DT, e.ENR_ID) as integer) as ENR_SEQ,
    lag(e.SCH_CODE) over (partition by e.PUPIL_NO order by e.START_DT, e.ENR_ID) as PREVIOUS_SCHOOL,
    e.REASON_TXT as LEAVE_REASON
from ENROLMENT as e
inner join WH_PUPIL as p on p.PUPIL_NO = e.PUPIL_NO
left join WH_SCHOOL as w on w.SCHOOL_CODE = e.SCH_CODE
left join MUNICIPALITY as hm on hm.MUN_CD = p.HOME_MUN
left join SCHOOL as s on s.SCH_CODE = e.SCH_CODE
left join MUNICIPALITY as sm on sm.MUN_CD = s.MUN_CD
where e.START_DT is not null
