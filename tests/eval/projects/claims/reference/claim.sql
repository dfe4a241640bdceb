select
    c.CLM_ID as claim_id,
    cast(regexp_extract(c.CLM_ID, '[0-9]+$') as integer) as claim_number,
    c.MBR_ID as member_id,
    coalesce(p.PROV_NAME, 'Unknown provider') as provider_name,
    p.SPEC_CD as specialty_code,
    c.SVC_FROM as service_from,
    case when c.SVC_TO >= c.SVC_FROM then c.SVC_TO else c.SVC_FROM end as service_to,
    case c.CLM_TYPE when 'P' then 'Professional' when 'I' then 'Institutional' when 'D' then 'Dental' else 'Other' end
        as claim_type,
    coalesce(upper(c.STATUS), 'PEND') as status,
    coalesce(c.BILLED, 0) as billed_amount,
    case when c.PAID_DT >= c.RCVD_DT then c.PAID_DT - c.RCVD_DT end as days_to_pay,
    coalesce(c.PAID_DT - c.RCVD_DT > 30, false) and c.STATUS is distinct from 'VOID' as is_late,
    year(c.SVC_FROM) || 'Q' || quarter(c.SVC_FROM) as service_quarter
from CLAIM_HDR as c
left join PROVIDER as p on p.PROV_ID = c.PROV_ID
