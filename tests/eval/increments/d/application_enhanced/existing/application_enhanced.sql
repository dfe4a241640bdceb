with application as (

    select *
    from {{ ref('stg_greenhouse__application') }}
),

candidate as (

    select *
    from {{ ref('stg_greenhouse__candidate') }}
),

job as (

    select *
    from {{ ref('stg_greenhouse__job') }}
),

greenhouse_user as (

    select *
    from {{ ref('stg_greenhouse__user') }}
),

interview_metrics as (

    select
        application_id,
        count(distinct scheduled_interview_id) as count_interviews,
        max(start_at) as latest_interview_scheduled_at

    from {{ ref('stg_greenhouse__scheduled_interview') }}
    group by 1
),

joined as (

    select
        application.application_id,
        application.candidate_id,
        candidate.first_name || ' ' || candidate.last_name as candidate_name,
        candidate.title as candidate_title,
        application.job_id,
        job.name as job_name,
        job.is_confidential as is_confidential_job,
        application.status,
        application.current_stage,
        application.applied_at,
        application.rejected_at,
        application.last_activity_at,
        application.is_prospect,
        recruiter.full_name as recruiter_name,
        coordinator.full_name as coordinator_name

    from application
    left join candidate
        on application.candidate_id = candidate.candidate_id
    left join job
        on application.job_id = job.job_id
    left join greenhouse_user as recruiter
        on candidate.recruiter_user_id = recruiter.user_id
    left join greenhouse_user as coordinator
        on candidate.coordinator_user_id = coordinator.user_id
),

final as (

    select
        joined.*,
        coalesce(interview_metrics.count_interviews, 0) as count_interviews,
        interview_metrics.latest_interview_scheduled_at

    from joined
    left join interview_metrics
        on joined.application_id = interview_metrics.application_id
)

select *
from final
