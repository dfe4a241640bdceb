with ranked as (
    select
        *,
        row_number() over (partition by contact_id order by updated_at desc) as rn
    from {{ source('crm', 'raw_contacts') }}
)

select
    contact_id,
    trim(email) as email,
    updated_at
from ranked
where rn = 1
