select w.worker_id, w.worker_code, n.first_name, n.last_name, c.email_address, w.is_active, w.hire_date, w.termination_date,
  date_diff('day', w.hire_date, w.termination_date) as days_employed, p.position_id,
  (select count(*) from stg_workday__worker_position x where x.worker_id = w.worker_id
    and (x.position_start_date, x.position_id) <= (p.position_start_date, p.position_id)) as position_number,
  p.business_title, p.position_start_date, p.position_end_date, coalesce(p.fte_percent, 100) as fte_percent,
  j.job_profile_name, j.is_critical_job, l.name as location_name
from stg_workday__worker w
join stg_workday__worker_position p on p.worker_id = w.worker_id
left join stg_workday__person_name n on n.worker_id = w.worker_id and n.name_type = 'Preferred'
left join stg_workday__person_contact c on c.worker_id = w.worker_id and c.is_primary
left join stg_workday__job_profile j on j.job_profile_id = p.job_profile_id
left join stg_workday__location l on l.location_id = p.location_id
