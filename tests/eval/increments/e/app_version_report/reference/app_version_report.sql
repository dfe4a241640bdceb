with c as (
  select date_day, app_id, app_version, source_type, sum(crashes) as crashes
  from stg_itunes_connect__app_crash_daily group by all
), i as (
  select date_day, app_id, app_version, source_type, sum(first_time_downloads) as f, sum(redownloads) as r,
    sum(updates) as u, sum(deletions) as d
  from stg_itunes_connect__installation_daily group by all
), s as (
  select date_day, app_id, app_version, source_type, sum(sessions) as sessions, sum(active_devices) as active_devices
  from stg_itunes_connect__session_daily group by all
), g as (
  select date_day, app_id, app_version, source_type from c
  union select date_day, app_id, app_version, source_type from i
  union select date_day, app_id, app_version, source_type from s
)
select g.date_day, g.app_id, a.app_name, a.bundle_id, a.platform, a.is_enabled, a.primary_category as category,
  g.app_version, g.source_type, coalesce(c.crashes, 0) as crashes, coalesce(i.f, 0) as first_time_downloads,
  coalesce(i.r, 0) as redownloads, coalesce(i.f, 0) + coalesce(i.r, 0) as total_downloads, coalesce(i.u, 0) as updates,
  coalesce(i.d, 0) as deletions, coalesce(s.sessions, 0) as sessions, coalesce(s.active_devices, 0) as active_devices,
  round(coalesce(c.crashes, 0) / nullif(s.sessions, 0), 4) as crashes_per_session
from g
left join stg_itunes_connect__app a using (app_id)
left join c using (date_day, app_id, app_version, source_type)
left join i using (date_day, app_id, app_version, source_type)
left join s using (date_day, app_id, app_version, source_type)
