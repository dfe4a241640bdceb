select
    p.PRAC_ID as PRACTITIONER_ID,
    coalesce(p.TITLE || ' ', '') || p.FULL_NAME as PRACTITIONER_NAME,
    case p.ROLE_CODE
        when 'GP' then 'General practice'
        when 'NUR' then 'Nursing'
        when 'PED' then 'Paediatrics'
        when 'PHY' then 'Physiotherapy'
        else 'Other'
    end as ROLE_NAME,
    p.CLINIC_CODE,
    coalesce(c.REGION, 'n/a') as REGION,
    coalesce(upper(p.ACTIVE_FLAG) = 'Y', false) as IS_ACTIVE
from PMS_PRACTITIONER as p
left join PMS_CLINIC as c on c.CLINIC_CODE = p.CLINIC_CODE
where p.CLINIC_CODE is distinct from 'TRN'
