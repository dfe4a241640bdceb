select a.application_id, a.candidate_id, c.first_name || ' ' || c.last_name as candidate_name, c.title as candidate_title,
  c.company as candidate_company, a.job_id, j.name as job_name, j.is_confidential as is_confidential_job, a.status,
  a.current_stage, a.applied_at, a.rejected_at, r.name as rejection_reason, a.last_activity_at, a.is_prospect,
  u.full_name as recruiter_name, v.full_name as coordinator_name,
  (select count(*) from stg_greenhouse__scheduled_interview i where i.application_id = a.application_id) as count_interviews,
  (select count(*) from stg_greenhouse__scheduled_interview i
    where i.application_id = a.application_id and i.status = 'complete') as count_completed_interviews,
  (select max(i.start_at) from stg_greenhouse__scheduled_interview i
    where i.application_id = a.application_id) as latest_interview_scheduled_at
from stg_greenhouse__application a
left join stg_greenhouse__candidate c on c.candidate_id = a.candidate_id
left join stg_greenhouse__job j on j.job_id = a.job_id
left join stg_greenhouse__rejection_reason r on r.rejection_reason_id = a.rejection_reason_id
left join stg_greenhouse__user u on u.user_id = c.recruiter_user_id
left join stg_greenhouse__user v on v.user_id = c.coordinator_user_id
