select t.ticket_id, t.subject, t.status, coalesce(t.priority, 'normal') as priority, t.ticket_type, t.channel,
  case when t.ticket_type in ('incident', 'problem') then true else false end as is_incident_or_problem,
  t.created_at, t.solved_at, r.name as requester_name, r.email as requester_email, a.name as assignee_name,
  g.name as group_name, b.name as brand_name,
  (select count(*) from stg_zendesk__ticket_comment c where c.ticket_id = t.ticket_id) as count_comments,
  (select count(*) from stg_zendesk__ticket_comment c where c.ticket_id = t.ticket_id and c.is_public)
    as count_public_comments,
  (select count(*) from stg_zendesk__ticket_comment c where c.ticket_id = t.ticket_id and c.is_public = false)
    as count_internal_comments,
  (select min(c.created_at) from stg_zendesk__ticket_comment c where c.ticket_id = t.ticket_id and c.is_public)
    as first_public_comment_at,
  (select max(c.created_at) from stg_zendesk__ticket_comment c where c.ticket_id = t.ticket_id) as last_comment_at,
  date_diff('minute', t.created_at, (select min(c.created_at) from stg_zendesk__ticket_comment c
    where c.ticket_id = t.ticket_id and c.is_public)) as first_reply_minutes,
  date_diff('minute', t.created_at, t.solved_at) as full_resolution_minutes
from stg_zendesk__ticket t
join stg_zendesk__user r on r.user_id = t.requester_id
left join stg_zendesk__user a on a.user_id = t.assignee_id
left join stg_zendesk__group g on g.group_id = t.group_id
left join stg_zendesk__brand b on b.brand_id = t.brand_id
