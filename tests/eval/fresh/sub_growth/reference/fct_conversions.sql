with conv as (
  select account_id, min(start_date) as converted_on from int_subscriptions group by account_id
), pre as (
  select t.*, row_number() over (partition by t.account_id order by t.touch_number) as rf,
    row_number() over (partition by t.account_id order by t.touch_number desc) as rl
  from int_touches t join conv c on c.account_id = t.account_id and cast(t.touched_at as date) <= c.converted_on
), n as (
  select account_id, count(*) as n from pre group by account_id
), rev as (
  select account_id, sum(amount_cents) / 100.0 as revenue from billing_invoices where lower(status) = 'paid' group by account_id
)
select c.account_id, a.company_name, c.converted_on,
  date_diff('day', a.signup_date, c.converted_on) as days_to_convert,
  coalesce(n.n, 0) as touches_before_conversion,
  coalesce(f.channel, 'Unattributed') as first_touch_channel,
  coalesce(l.channel, 'Unattributed') as last_touch_channel,
  l.campaign as last_touch_campaign,
  case when n.n is null then 'none' when n.n = 1 then 'single touch' else 'multi touch' end as journey_type,
  cast(coalesce(r.revenue, 0) as decimal(12,2)) as lifetime_revenue
from conv c
join stg_accounts a on a.account_id = c.account_id
left join n on n.account_id = c.account_id
left join pre f on f.account_id = c.account_id and f.rf = 1
left join pre l on l.account_id = c.account_id and l.rl = 1
left join rev r on r.account_id = c.account_id
