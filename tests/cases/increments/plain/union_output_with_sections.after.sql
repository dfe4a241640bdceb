select
    person_id as party_id,
    full_name as party_name, -- as on the card
    phone
from person

union all

select
    company_id,
    title,
    switchboard as phone
from company
