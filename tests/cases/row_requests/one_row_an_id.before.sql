with people as (
    select *
    from {{ source('hr', 'hr_people') }}
)
select
    id as person_id,
    name as person_name
from people
