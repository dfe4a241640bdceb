with o as (
  select account_id, count(*) as total, count(*) filter (where is_won) as won,
    coalesce(sum(amount) filter (where is_won), 0) as won_amount,
    coalesce(sum(amount) filter (where not is_closed), 0) as pipeline,
    min(created_date) as first_date, max(close_date) filter (where is_won) as last_close,
    count(*) filter (where is_closed) as closed
  from stg_salesforce__opportunity where not is_deleted group by 1
)
select a.account_id, a.account_name, a.account_number, a.account_type, a.account_source, a.industry,
  a.number_of_employees, a.annual_revenue, a.parent_id, p.account_name as parent_account_name, a.owner_id,
  a.billing_city, a.billing_country, a.website, a.created_date, a.last_activity_date,
  u.name as owner_name, u.email as owner_email, u.is_active as is_owner_active,
  coalesce(o.total, 0) as total_opportunities, coalesce(o.won, 0) as won_opportunities,
  coalesce(o.won_amount, 0) as won_amount, coalesce(o.pipeline, 0) as pipeline_amount,
  o.first_date as first_opportunity_date, o.last_close as last_close_date,
  round(o.won / nullif(o.closed, 0), 3) as win_rate
from stg_salesforce__account a
left join stg_salesforce__account p on p.account_id = a.parent_id
left join stg_salesforce__user u on u.user_id = a.owner_id
left join o on o.account_id = a.account_id
where a.is_active and not a.is_deleted
