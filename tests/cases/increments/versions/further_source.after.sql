select
    person_id as party_id,
    full_name as party_name,
    phone
from person

union all

select
    company_id,
    title,
    switchboard as phone
from company

union all

select
    club_id as party_id,
    called as party_name,
    line as phone
from club
