with cleaned as (
    select
        account_no as account_id,
        trim(name) as account_name,
        coalesce(upper(country), 'XX') as country_code,
        case segment_code
            when 'SMB' then 'Small business'
            when 'MID' then 'Mid-market'
            when 'ENT' then 'Enterprise'
            else 'Other'
        end as segment,
        owner as owner_email,
        cast(created_at as date) as signup_date,
        cast(date_trunc('month', created_at) as date) as signup_month
    from crm_accounts
    where is_internal is distinct from 'Y'
)

select
    *,
    account_name || ' (' || country_code || ')' as account_label
from cleaned
