select
    id as user_id,
    lower(trim(email)) as email,
    coalesce(nullif(trim(display_name), ''), split_part(lower(trim(email)), '@', 1)) as display_name,
    cast(signup_at as date) as signup_date,
    coalesce(upper(country), 'ZZ') as country_code,
    case when lower(plan) in ('free', 'pro', 'team') then lower(plan) else 'other' end as plan
from raw_users
where deleted_at is null and is_staff is distinct from true
