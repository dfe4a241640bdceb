select
    c.claim_id || '-' || cast(c.claim_line as varchar) as line_id,
    c.claim_id,
    c.claim_line as line_number,
    c.member_id,
    c.service_from,
    coalesce(c.service_to, c.service_from) as service_to,
    c.npi as provider_npi,
    case
        when p.npi is null then 'Unknown provider'
        when p.entity_type = 2 then p.org_name
        when p.entity_type = 1 then p.last_name || ', ' || p.first_name
    end as provider_name,
    coalesce(p.network_flag = 'Y', false) as in_network,
    case
        when c.revenue_code like '045%' or c.place_of_service = '23' then 'Emergency'
        when c.place_of_service = '21' then 'Inpatient'
        when c.place_of_service = '11' then 'Office'
        when c.place_of_service in ('02', '10') then 'Telehealth'
        else 'Other'
    end as care_setting,
    c.allowed_cents / 100 as allowed_amount,
    coalesce(c.paid_cents, 0) / 100 as paid_amount
from medical_claim as c
inner join stg_members as m on m.member_id = c.member_id
left join provider as p on p.npi = c.npi
where c.line_status is distinct from 'D'
