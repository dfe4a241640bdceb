with latest as (
    select *
    from PMS_PATIENT
    qualify row_number() over (partition by PAT_ID order by UPDATED_AT desc) = 1
),

aged as (
    select
        *,
        date_sub('year', DOB, date '2024-06-30') as age
    from latest
    where MRN is not null and MERGED_INTO is null
)

select
    p.PAT_ID as PATIENT_ID,
    p.MRN,
    trim(p.FIRST_NAME) || ' ' || trim(p.LAST_NAME) as PATIENT_NAME,
    p.DOB as BIRTH_DATE,
    case upper(p.SEX) when 'F' then 'Female' when 'M' then 'Male' else 'Unknown' end as SEX,
    case when p.EMAIL like '%@%' then lower(trim(p.EMAIL)) end as EMAIL,
    case
        when p.age is null then 'Unknown'
        when p.age < 18 then 'Child'
        when p.age < 65 then 'Adult'
        else 'Senior'
    end as AGE_GROUP,
    c.CLINIC_NAME as HOME_CLINIC_NAME
from aged as p
left join PMS_CLINIC as c on c.CLINIC_CODE = p.HOME_CLINIC
