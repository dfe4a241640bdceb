with agg as (
 select distinct session_id, anonymous_id,
  min(tstamp) over (partition by session_id) as session_start_tstamp,
  max(tstamp) over (partition by session_id) as session_end_tstamp,
  count(*) over (partition by session_id) as page_views,
  first_value(page_url_path) over w as first_page_url_path,
  first_value(utm_source) over w as utm_source,
  first_value(utm_medium) over w as utm_medium,
  last_value(page_url_path) over w as last_page_url_path,
  sum(time_on_page) over (partition by session_id) as total_time_on_page
 from page_views_sessionized
 where not is_bot
 window w as (partition by session_id order by page_view_id rows between unbounded preceding and unbounded following)
)
select session_id, anonymous_id, session_start_tstamp, session_end_tstamp, page_views, first_page_url_path, coalesce(utm_source, 'direct') as utm_source,
  date_diff('second', session_start_tstamp, session_end_tstamp) as duration_in_s, utm_medium, last_page_url_path, total_time_on_page,
  case when page_views = 1 then true else false end as is_bounce,
  case when date_diff('second', session_start_tstamp, session_end_tstamp) between 0 and 9 then '0s to 9s'
       when date_diff('second', session_start_tstamp, session_end_tstamp) between 10 and 29 then '10s to 29s'
       when date_diff('second', session_start_tstamp, session_end_tstamp) between 30 and 59 then '30s to 59s'
       when date_diff('second', session_start_tstamp, session_end_tstamp) >= 60 then '60s or more' end as duration_tier
from agg
