with f as (
  select *, case when viewed_at <= lag(viewed_at) over (partition by anonymous_id order by viewed_at)
    + interval 30 minute then 0 else 1 end as is_new
  from stg_segment__page_view
), n as (
  select *, sum(is_new) over (partition by anonymous_id order by viewed_at) as session_number from f
)
select anonymous_id || '-' || cast(session_number as varchar) as session_id, anonymous_id, session_number,
  max(user_id) as user_id, min(viewed_at) as session_start_at, max(viewed_at) as session_end_at, count(*) as page_views,
  first(page_url order by viewed_at) as first_page_url, first(page_path order by viewed_at) as first_page_path,
  first(referrer order by viewed_at) as referrer, first(utm_source order by viewed_at) as utm_source,
  first(utm_medium order by viewed_at) as utm_medium, first(utm_campaign order by viewed_at) as utm_campaign,
  first(device_category order by viewed_at) as device_category,
  first(page_path order by viewed_at desc) as last_page_path,
  count(distinct page_path) as distinct_pages,
  date_diff('second', min(viewed_at), max(viewed_at)) as duration_in_seconds,
  count(*) = 1 as is_bounced
from n
group by anonymous_id, session_number
