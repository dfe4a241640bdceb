with worker as (

    select *
    from {{ ref('stg_workday__worker') }}
),

person_name as (

    select *
    from {{ ref('stg_workday__person_name') }}
    where name_type = 'Preferred'
),

person_contact as (

    select *
    from {{ ref('stg_workday__person_contact') }}
    where is_primary
),

worker_position as (

    select *
    from {{ ref('stg_workday__worker_position') }}
),

job_profile as (

    select *
    from {{ ref('stg_workday__job_profile') }}
),

location as (

    select *
    from {{ ref('stg_workday__location') }}
),

worker_details as (

    select
        worker.worker_id,
        worker.worker_code,
        person_name.first_name,
        person_name.last_name,
        person_contact.email_address,
        worker.is_active,
        worker.hire_date,
        worker.termination_date
    from worker
    left join person_name
        on worker.worker_id = person_name.worker_id
    left join person_contact
        on worker.worker_id = person_contact.worker_id
),

position_details as (

    select
        worker_position.worker_id,
        worker_position.position_id,
        worker_position.business_title,
        worker_position.position_start_date,
        worker_position.position_end_date,
        worker_position.fte_percent,
        job_profile.job_profile_name,
        job_profile.is_critical_job,
        location.name as location_name
    from worker_position
    left join job_profile
        on worker_position.job_profile_id = job_profile.job_profile_id
    left join location
        on worker_position.location_id = location.location_id
),

final as (

    select
        worker_details.worker_id,
        worker_details.worker_code,
        worker_details.first_name,
        worker_details.last_name,
        worker_details.email_address,
        worker_details.is_active,
        worker_details.hire_date,
        worker_details.termination_date,
        position_details.position_id,
        position_details.business_title,
        position_details.position_start_date,
        position_details.position_end_date,
        position_details.fte_percent,
        position_details.job_profile_name,
        position_details.is_critical_job,
        position_details.location_name
    from worker_details
    left join position_details
        on worker_details.worker_id = position_details.worker_id
)

select *
from final
