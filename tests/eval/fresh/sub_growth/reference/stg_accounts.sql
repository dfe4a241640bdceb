with ranked as (
  select *, row_number() over (partition by account_id order by updated_at desc) as rn
  from crm_accounts
)
select
  md5('crm-' || cast(account_id as varchar)) as account_key,
  account_id,
  trim(company_name) as company_name,
  split_part(trim(contact_name), ' ', 1) as contact_first_name,
  lower(trim(email)) as email,
  split_part(lower(trim(email)), '@', 2) as email_domain,
  coalesce(upper(trim(country)), 'XX') as country_code,
  cast(created_at as date) as signup_date
from ranked
where rn = 1 and coalesce(is_test, false) = false
