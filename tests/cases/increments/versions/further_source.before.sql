select
    person_id as party_id,
    full_name as party_name
from person

union all

select
    company_id,
    title
from company
