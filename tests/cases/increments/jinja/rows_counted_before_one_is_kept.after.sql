with ranked as (
    select
        *,
        row_number() over (partition by contact_id order by updated_at desc) as rn,
        count(*) over (partition by contact_id) as version_count
    from {{ source('crm', 'raw_contacts') }}
)

select
    contact_id,
    trim(email) as email,
    updated_at,
    regexp_replace(phone, '[^0-9]', '', 'g') as phone_digits,
    trim(lower(case when strpos(email, '@') > 0 then substring(email, strpos(email, '@') + 1) when email is not null then '' end)) as email_domain,
    version_count
from ranked
where rn = 1
