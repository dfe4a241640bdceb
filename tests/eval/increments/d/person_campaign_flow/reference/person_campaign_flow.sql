with e as (
  select *, coalesce(campaign_id, flow_id) as touch from stg_klaviyo__event
  where person_id is not null and (campaign_id is not null or flow_id is not null)
)
select e.person_id, e.touch as touch_id, case when max(e.campaign_id) is null then 'flow' else 'campaign' end as touch_type,
  any_value(p.email) as email, any_value(p.country) as country, any_value(c.subject) as subject,
  min(e.occurred_at) as first_event_at, max(e.occurred_at) as last_event_at, count(*) as count_events,
  count(*) filter (e.type = 'Received Email') as count_received_email,
  count(*) filter (e.type = 'Opened Email') as count_opened_email,
  count(*) filter (e.type = 'Clicked Email') as count_clicked_email,
  count(*) filter (e.type = 'Bounced Email') as count_bounced_email,
  min(e.occurred_at) filter (e.type = 'Opened Email') as first_opened_at,
  coalesce(sum(e.numeric_value) filter (e.type = 'Placed Order'), 0) as sum_revenue
from e
left join stg_klaviyo__person p on p.person_id = e.person_id
left join stg_klaviyo__campaign c on c.campaign_id = e.touch
group by e.person_id, e.touch
