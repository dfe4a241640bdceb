with people as (
    select *
    from {{ source('hr', 'hr_people') }}
    qualify row_number() over (partition by id order by synced_at desc nulls last) = 1
)
select
    id as person_id,
    name as person_name,
    upper(badge) as badge
from people
