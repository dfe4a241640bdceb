with latest as (
    select *
    from PATIENT
    qualify row_number() over (partition by PatNum order by UpdatedAt desc) = 1
),

visits as (
    select
        PatNum,
        cast(min(AptDateTime) as date) as first_visit_date,
        count(*) as visit_count
    from APPOINTMENT
    where AptStatus = 2
    group by PatNum
)

select
    p.PatNum as patient_id,
    trim(p.FName) || ' ' || trim(p.LName) as full_name,
    nullif(p.Birthdate, date '1900-01-01') as birth_date,
    case p.Gender when 0 then 'Male' when 1 then 'Female' else 'Unknown' end as gender,
    regexp_replace(p.WirelessPhone, '[^0-9]', '', 'g') as phone,
    left(p.Zip, 5) as zip5,
    case p.PatStatus when 0 then 'Active' when 2 then 'Inactive' when 5 then 'Deceased' else 'Other' end as patient_status,
    v.first_visit_date,
    coalesce(v.visit_count, 0) as visit_count
from latest as p
left join visits as v on v.PatNum = p.PatNum
where p.PatStatus is distinct from 4
