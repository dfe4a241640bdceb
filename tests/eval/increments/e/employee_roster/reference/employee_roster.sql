with e as (
  select * from employee
  qualify row_number() over (partition by id order by _fivetran_synced desc) = 1
)
select e.id as employee_id, e.employee_number, e.first_name, e.last_name, e.first_name || ' ' || e.last_name as full_name,
  lower(e.work_email) as work_email, e.hire_date, e.termination_date, e.termination_date is null as is_active,
  case e.employment_status when 'FT' then 'Full time' when 'PT' then 'Part time' when 'CT' then 'Contractor'
    else 'Other' end as employment_status,
  e.fte, j.title as job_title, j.level as job_level, d.name as department_name, l.city, l.country_code, l.timezone,
  e.supervisor_id, s.first_name || ' ' || s.last_name as supervisor_name,
  exists (select 1 from e x where x.supervisor_id = e.id) as is_supervisor,
  date_sub('year', e.hire_date, e.termination_date) as years_of_service,
  e._fivetran_synced as synced_at
from e
left join e s on s.id = e.supervisor_id
left join stg_bamboo__job_position j on j.position_id = e.position_id
left join stg_bamboo__department d on d.department_id = e.department_id
left join stg_bamboo__location l on l.location_id = e.location_id
