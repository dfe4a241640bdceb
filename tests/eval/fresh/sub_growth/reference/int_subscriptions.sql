with base as (
  select s.subscription_id, s.account_id, s.plan_code,
    coalesce(p.plan_name, 'Unknown') as plan_name,
    coalesce(s.quantity, 1) as seats,
    cast(coalesce(cast(s.discount_pct as decimal(5,2)), 0) as decimal(5,2)) as discount_pct,
    s.started_on as start_date, s.ended_on as end_date,
    coalesce(p.price_cents, 0) as price_cents, p.billing_interval
  from billing_subscriptions s
  join stg_accounts a on a.account_id = s.account_id
  left join billing_plans p on p.plan_code = s.plan_code
  where s.status <> 'draft'
)
select subscription_id, account_id, plan_code, plan_name, seats, discount_pct,
  cast(round(price_cents / 100.0 * seats * (1 - discount_pct / 100) / case when billing_interval = 'year' then 12 else 1 end, 2) as decimal(12,2)) as monthly_amount,
  start_date, end_date,
  row_number() over (partition by account_id order by start_date, subscription_id) as subscription_seq,
  lag(plan_name) over (partition by account_id order by start_date, subscription_id) as previous_plan_name
from base
