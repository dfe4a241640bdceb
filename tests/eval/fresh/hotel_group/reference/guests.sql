with newest as (
    select *
    from guest_card
    qualify row_number() over (partition by guest_no order by changed_at desc) = 1
)

select
    guest_no,
    concat_ws(' ', nullif(trim(first_name), ''), trim(last_name)) as full_name,
    case when email like '%@%' then lower(email) end as email,
    coalesce(upper(nullif(trim(country), '')), 'XX') as country_code,
    birth_date,
    case vip_code
        when 'V1' then 'Silver'
        when 'V2' then 'Gold'
        when 'V3' then 'Platinum'
        else 'Regular'
    end as vip_level,
    coalesce(upper(marketing_ok) = 'Y', false) as may_contact
from newest
where trim(last_name) <> ''
