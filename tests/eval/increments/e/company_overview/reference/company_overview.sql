with e as (
  select company_id, count(*) filter (where engagement_type = 'NOTE') as notes,
    count(*) filter (where engagement_type = 'CALL') as calls,
    count(*) filter (where engagement_type = 'EMAIL') as emails,
    count(*) filter (where engagement_type = 'MEETING') as meetings, max(occurred_at) as last_at
  from stg_hubspot__engagement_company group by 1
), d as (
  select company_id, count(deal_id) as deals, sum(case when stage = 'closedwon' then amount end) as won
  from stg_hubspot__deal group by 1
)
select c.*, coalesce(e.notes, 0) as count_engagement_notes, coalesce(e.calls, 0) as count_engagement_calls,
  coalesce(e.emails, 0) as count_engagement_emails, coalesce(e.meetings, 0) as count_engagement_meetings,
  e.last_at as last_engagement_at,
  lower(o.email) as owner_email,
  o.first_name || ' ' || o.last_name as owner_name,
  coalesce(d.deals, 0) as count_deals,
  coalesce(d.won, 0) as won_amount
from stg_hubspot__company c
left join e on e.company_id = c.company_id
left join stg_hubspot__owner o on o.owner_id = c.owner_id
left join d on d.company_id = c.company_id
where not coalesce(c.is_company_deleted, false)
