with latest as (
    select
        *,
        lower(trim(email)) as clean_email
    from app_users
    qualify row_number() over (partition by user_id order by updated_at desc) = 1
),

planned as (
    select
        *,
        case lower(plan_level)
            when 'paid' then 'Premium'
            when 'family' then 'Family'
            when 'free' then 'Free'
            else 'Other'
        end as plan
    from latest
    where clean_email is null or clean_email not like '%@internal.example'
)

select
    user_id,
    coalesce(first_name || ' ' || last_name, first_name, last_name) as full_name,
    clean_email as email,
    split_part(clean_email, '@', 2) as email_domain,
    plan,
    plan in ('Premium', 'Family') as is_paying,
    coalesce(nullif(upper(country), ''), 'XX') as country_code,
    cast(registered_at as date) as registered_on
from planned
