select b.absence_id, b.employee_id, e.display_name as employee_name, t.name as team_name, y.label as absence_type, y.is_paid as is_paid_absence,
 b.start_date as from_date, b.end_date as to_date, b.end_date - b.start_date + 1 as calendar_days, m.display_name as manager_name,
 case when b.half_day_start or b.half_day_end then 'yes' else 'no' end as half_day
from stg_hr__absence b join stg_hr__employee e on e.employee_id = b.employee_id left join stg_hr__team t on t.team_id = e.team_id
left join stg_hr__absence_type y on y.absence_type_id = b.absence_type_id left join stg_hr__employee m on m.employee_id = e.manager_id
where b.status in ('approved', 'taken')
