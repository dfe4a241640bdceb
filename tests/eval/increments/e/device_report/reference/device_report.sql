with i as (
  select *,
    sum(device_installs) over w as total_device_installs,
    sum(device_uninstalls) over w as total_device_uninstalls,
    sum(update_events) over w as total_update_events,
    lag(active_device_installs) over (partition by package_name, device order by date_day) as previous_active
  from stg_google_play__stats_installs_device
  window w as (partition by package_name, device order by date_day rows between unbounded preceding and current row)
)
select coalesce(i.date_day, r.date_day) as date_day, coalesce(i.device, r.device) as device,
  coalesce(i.package_name, r.package_name) as package_name,
  coalesce(i.active_device_installs, 0) as active_device_installs,
  coalesce(i.device_installs, 0) as device_installs, coalesce(i.device_uninstalls, 0) as device_uninstalls,
  coalesce(i.device_upgrades, 0) as device_upgrades, coalesce(i.user_installs, 0) as user_installs,
  coalesce(i.user_uninstalls, 0) as user_uninstalls, coalesce(i.install_events, 0) as install_events,
  coalesce(i.uninstall_events, 0) as uninstall_events, coalesce(i.update_events, 0) as update_events,
  i.total_device_installs, i.total_device_uninstalls, i.total_update_events,
  coalesce(i.device_installs, 0) - coalesce(i.device_uninstalls, 0) as net_device_installs,
  i.previous_active as previous_active_device_installs,
  round(r.daily_average_rating, 1) as daily_average_rating, r.total_average_rating
from i
full join stg_google_play__stats_ratings_device r
  on i.date_day = r.date_day and i.package_name = r.package_name and i.device = r.device
