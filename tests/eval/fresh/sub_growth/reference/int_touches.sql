with u as (
  select 'W-' || cast(w.touch_id as varchar) as touch_id, w.account_id, w.touched_at,
    coalesce(lower(split_part(w.utm, '|', 1)), 'direct') as source,
    case when w.utm is null then 'Direct'
         when lower(split_part(w.utm, '|', 2)) in ('cpc', 'paid_social') then 'Paid'
         when lower(split_part(w.utm, '|', 2)) = 'organic' then 'Organic'
         when lower(split_part(w.utm, '|', 2)) = 'email' then 'Email'
         else 'Other' end as channel,
    nullif(split_part(w.utm, '|', 3), '') as campaign
  from web_touches w
  join stg_accounts a on a.account_id = w.account_id
  union all
  select 'E-' || cast(e.lead_id as varchar), a.account_id, cast(e.event_date as timestamp),
    'event', 'Event', replace(lower(e.event_name), ' ', '_')
  from event_leads e
  join stg_accounts a on a.email = lower(trim(e.email))
)
select touch_id, account_id, touched_at, source, channel, campaign,
  row_number() over (partition by account_id order by touched_at, touch_id) as touch_number
from u
