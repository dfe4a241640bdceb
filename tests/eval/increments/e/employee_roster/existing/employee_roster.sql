/* Roster of all people. Owner: people analytics */
with employee as (

    select * from {{ source('bamboo', 'employee') }}

), department as (

    select * from {{ ref('stg_bamboo__department') }}

), location as (

    select * from {{ ref('stg_bamboo__location') }}

), job as (

    select * from {{ ref('stg_bamboo__job_position') }}

), enriched as (

    select
        employee.id as employee_id
        ,employee.employee_number
        ,employee.first_name
        ,employee.last_name
        ,employee.first_name || ' ' || employee.last_name as full_name
        ,lower(employee.work_email) as work_email
        ,employee.hire_date
        ,employee.termination_date
        ,employee.termination_date is null as is_active
        ,employee.employment_status
        ,employee.fte
        ,job.title as job_title
        ,job.level as job_level
        ,department.name as dept
        ,location.city
        ,location.country_code
        ,location.timezone
        ,employee.supervisor_id
        ,employee._fivetran_synced as synced_at
    from employee
    left join job
        on job.position_id = employee.position_id
    left join department
        on department.department_id = employee.department_id
    left join location
        on location.location_id = employee.location_id

)

select * from enriched
