with latest as (
    select *
    from users
    qualify row_number() over (partition by id order by synced_at desc) = 1
)

select
    id as user_id,
    lower(trim(email)) as email,
    split_part(lower(trim(email)), '@', 2) as email_domain,
    signed_up_at,
    cast(signed_up_at as date) as signup_date,
    coalesce(upper(country), 'ZZ') as country,
    case
        when lower(platform) in ('iphone', 'ipad', 'ios') then 'iOS'
        when lower(platform) = 'android' then 'Android'
        when lower(platform) = 'web' then 'Web'
        else 'other'
    end as platform
from latest
where is_staff is distinct from true
