with latest as (
    select *, trim(full_name) as name
    from raw_users
    qualify row_number() over (partition by id order by batch_no desc) = 1
),
words as (
    select *, string_split(name, ' ') as parts from latest
)
select
    id as user_id,
    case when trim(lower(email)) not in ('', 'n/a', '-') then trim(lower(email)) end as email,
    nullif(upper(left(parts[1], 1)) || lower(substr(parts[1], 2)), '') as first_name,
    nullif(
        array_to_string(list_transform(parts[2:], lambda w: upper(left(w, 1)) || lower(substr(w, 2))), ' '), ''
    ) as last_name,
    case
        when coalesce(trim(country), '') = '' then 'ZZ'
        when upper(trim(country)) = 'UK' then 'GB'
        else upper(trim(country))
    end as country_code,
    cast(try_strptime(birth_date, '%d.%m.%Y') as date) as birth_date,
    coalesce(lower(opt_in) in ('y', 'yes', 'true', '1'), false) as is_marketable,
    locale as locale,
    created_at as signed_up_at,
    regexp_replace(signup_ip, '^(\d+\.\d+\.\d+)\.\d+$', '\1.0') as signup_ip,
    case when referrer_id <> id then referrer_id end as referrer_user_id,
    cast(current_timestamp as timestamp) as loaded_at
from words
