with firsts as (
  select * from stg_snowplow__event
  where event_name = 'page_view' and app_id is distinct from 'internal'
  qualify row_number() over (partition by page_view_id order by collector_tstamp) = 1
)
select page_view_id, domain_user_id, session_id, collector_tstamp, page_url, page_referrer, upper(geo_country) as geo_country,
  ifnull(device_class, 'Unknown') as device_class,
  10 * (select count(distinct p.event_id) from stg_snowplow__event p
    where p.event_name = 'page_ping' and p.page_view_id = firsts.page_view_id) as engaged_seconds,
  case when page_referrer is null then 'direct'
       when contains(page_referrer, 'google') or contains(page_referrer, 'bing') then 'search'
       else 'referral' end as referrer_type,
  row_number() over (partition by session_id order by collector_tstamp) as session_page_number
from firsts
