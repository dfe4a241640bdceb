{{ config(materialized='view', tags=['hr']) }}

select
    absences.absence_id,
    absences.employee_id,
    employees.display_name as employee_name,
    teams.name as team_name,
    absence_types.label as absence_type,
    absence_types.is_paid,
    absences.start_date as from_date,
    absences.end_date as to_date
from {{ ref('stg_hr__absence') }} as absences
inner join {{ ref('stg_hr__employee') }} as employees
    on employees.employee_id = absences.employee_id
inner join {{ ref('stg_hr__team') }} as teams
    on teams.team_id = employees.team_id
left join {{ ref('stg_hr__absence_type') }} as absence_types
    on absence_types.absence_type_id = absences.absence_type_id
