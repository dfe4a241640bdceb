with a as (
  select x.*, o.stage, o.archived_at
  from stg_lever__application x, stg_lever__opportunity o
  where o.opportunity_id = x.opportunity_id
)
select p.posting_id, p.job_title, p.state, p.job_team, p.job_location, p.job_commitment, p.job_workplace_type, p.created_at,
  p.updated_at, u.full_name as owner_name, h.full_name as hiring_manager_name,
  (select count(*) from a where a.posting_id = p.posting_id) as count_applications,
  (select count(*) from a where a.posting_id = p.posting_id and a.type = 'referral') as count_referred_applications,
  (select count(*) from a where a.posting_id = p.posting_id and a.stage = 'Hired') as count_hired_applications,
  (select count(*) from a where a.posting_id = p.posting_id and a.archived_at is null) as count_open_applications,
  (select min(a.created_at) from a where a.posting_id = p.posting_id) as first_application_at,
  (select max(a.created_at) from a where a.posting_id = p.posting_id) as last_application_at,
  coalesce((select count(*) filter (a.stage = 'Hired') / count(*) from a where a.posting_id = p.posting_id
    having count(*) > 0), 0) as hired_share
from stg_lever__posting p
left join stg_lever__user u on u.user_id = p.owner_user_id
left join stg_lever__user h on h.user_id = p.hiring_manager_user_id
