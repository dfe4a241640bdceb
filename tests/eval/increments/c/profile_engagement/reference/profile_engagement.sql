with e as (
  select person_id,
    count(*) filter (where event_type = 'received_email') as received,
    count(*) filter (where event_type = 'opened_email') as opened,
    count(*) filter (where event_type = 'clicked_email') as clicked,
    count(*) filter (where event_type = 'unsubscribed') as gone,
    min(occurred_at) as first_at, max(occurred_at) as last_at
  from stg_klaviyo__event group by 1
), p as (
  select s.*, ifnull(received, 0) as received, ifnull(opened, 0) as opened, ifnull(clicked, 0) as clicked,
    ifnull(gone, 0) as gone, first_at, last_at
  from stg_klaviyo__person s left join e on e.person_id = s.person_id
)
select person_id, email, city, created_at as joined_at, received as received_email_count, opened as opened_email_count,
  clicked as clicked_email_count, first_at as first_event_at, last_at as last_event_at,
  last_at::date - first_at::date as days_engaged,
  gone as unsubscribed_count,
  case when received > 0 then opened::double / received end as open_rate,
  case when clicked >= 3 then 'high' when clicked >= 1 then 'medium' when opened >= 1 then 'low' else 'none' end as engagement_tier
from p
