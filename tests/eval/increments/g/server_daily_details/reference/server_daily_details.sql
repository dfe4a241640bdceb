select s.server_id || '-' || s.date as id, s.date, s.server_id, s.ip_address, s.version,
 split_part(s.version, '.', 1) || '.' || split_part(s.version, '.', 2) as version_minor, s.db_type, s.os_type, s.active_user_count,
 lag(s.active_user_count) over (partition by s.server_id order by s.date) as previous_active_user_count, s.user_count, s.ran_tests as has_run_tests,
 l.license_id, coalesce(l.edition, 'E0') as license_edition, l.company as company_name, l.license_id is not null as is_licensed
from stg_security s left join stg_license l on l.server_id = s.server_id and s.date >= l.start_date and s.date <= l.server_expire_date
where s.version is not null and s.ran_tests is distinct from true
