select
    p.PUPIL_NO as PUPIL_NO,
    p.DISPLAY_NAME as DISPLAY_NAME,
    p.BIRTH_DATE as BIRTH_DATE,
    p.CONTACT_PHONE as CONTACT_PHONE,
    e.SCHOOL_CODE as LAST_SCHOOL_CODE,
    case
        when p.AGE_YEARS < 10 and p.CONTACT_PHONE is null then 'urgent'
        when p.AGE_YEARS < 18 then 'soon'
        else 'later'
    end as URGENCY
from WH_PUPIL as p
left join (
    select PUPIL_NO, SCHOOL_CODE
    from FACT_ENROLMENT
    qualify row_number() over (partition by PUPIL_NO order by ENR_SEQ desc) = 1
) as e on e.PUPIL_NO = p.PUPIL_NO
where not exists (
    select 1
    from PUPIL_GUARDIAN as l
    inner join STG_GUARDIAN as g on g.GUARD_NO = l.GUARD_NO
    where l.PUPIL_NO = p.PUPIL_NO and l.VALID_FLG = 'Y'
)
