with c as (select ticket_id, count(case when is_public then 1 end) as public_comment_count from stg_ticket_comment group by 1)
select t.ticket_id, t.created_at, t.updated_at, t.status, coalesce(t.priority, 'normal') as priority, t.type, t.subject, t.requester_id, t.submitter_id, t.assignee_id,
  r.role as requester_role, r.email as requester_email, r.name as requester_name, r.is_active as is_requester_active,
  s.role as submitter_role, s.name as submitter_name,
  case when s.role in ('agent','admin') then true else false end as is_agent_submitted,
  a.role as assignee_role, a.email as assignee_email, a.name as assignee_name, g.name as group_name,
  r.time_zone as requester_time_zone,
  a.last_login_at as assignee_last_login_at,
  o.name as requester_organization_name,
  date_diff('day', t.created_at, t.solved_at) as days_to_solve,
  case when t.type = 'incident' then true else false end as is_incident,
  coalesce(c.public_comment_count, 0) as public_comment_count
from stg_ticket t
join stg_user r on r.user_id = t.requester_id
left join stg_user s on s.user_id = t.submitter_id
left join stg_user a on a.user_id = t.assignee_id
left join stg_group g on g.group_id = t.group_id
left join stg_organization o on o.organization_id = r.organization_id
left join c on c.ticket_id = t.ticket_id
