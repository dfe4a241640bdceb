select
    cast(user_id as varchar) as user_id,
    concat_ws(' ', first_nm, last_nm) as full_name,
    lower(primary_email) as email,
    case when contains(primary_email, '@') then lower(split_part(primary_email, '@', 2)) end as email_domain,
    not coalesce(disabled, false) as is_active,
    cast(created_ts as date) as created_on
from app_user
