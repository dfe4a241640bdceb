with pv as (
 select * from snowplow_web_page_views where br_family is null or br_family not ilike '%bot%'
), s as (
 select session_id, min(start_tstamp) as session_start, max(start_tstamp) as session_end, count(*) as page_view_count,
  sum(engaged_time_in_s) as engaged_time_in_s
 from pv group by session_id
), f as (select * from pv qualify row_number() over (partition by session_id order by start_tstamp) = 1),
l as (select session_id, page_url_path from pv qualify row_number() over (partition by session_id order by start_tstamp desc) = 1),
o as (
 select session_id, count(distinct order_id) as n, sum(revenue) as revenue
 from snowplow_orders where status <> 'cancelled' group by session_id
)
select s.session_id, f.domain_userid, s.session_start, s.session_end, s.page_view_count, s.engaged_time_in_s,
 s.page_view_count = 1 and coalesce(s.engaged_time_in_s, 0) < 10 as is_bounced,
 f.page_url_path as landing_page_path, l.page_url_path as exit_page_path, f.mkt_medium, f.mkt_source,
 case when f.mkt_medium in ('cpc', 'ppc') then 'Paid' when f.mkt_medium = 'email' then 'Email' when f.mkt_medium is not null then 'Other Campaign'
  when f.refr_medium = 'search' then 'Organic Search' when f.refr_medium = 'social' then 'Social'
  when f.refr_medium is not null then 'Referral' else 'Direct' end as channel,
 coalesce(o.n, 0) as order_count, coalesce(o.revenue, 0) as order_revenue
from s join f on f.session_id = s.session_id join l on l.session_id = s.session_id
left join o on o.session_id = s.session_id
