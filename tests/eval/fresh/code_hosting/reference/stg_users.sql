select
    id as user_id,
    lower(trim(login)) as login,
    coalesce(nullif(trim(name), ''), lower(trim(login))) as display_name,
    coalesce(lower(type) = 'bot', false) as is_bot,
    nullif(trim(regexp_replace(trim(company), '^@', '')), '') as company,
    cast(created_at as date) as joined_on
from gh_user
where trim(login) <> '' and lower(trim(login)) not like 'test-%'
