select
    p.person_id as party_id,
    p.full_name as party_name,
    'CRM' as origin,
    'person' as remark
from person as p
where p.active = true

union all

select
    k.company_id as party_id,
    k.name as party_name,
    'CRM' as origin,
    cast(null as VARCHAR) as remark
from company as k
where k.active = true
