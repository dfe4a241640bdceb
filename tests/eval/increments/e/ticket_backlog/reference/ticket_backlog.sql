select t.ticket_id, t.subject, t.status, coalesce(t.priority, 'normal') as priority, t.ticket_type, t.created_channel,
  t.created_at, t.updated_at, t.due_at, t.group_id, g.group_name, t.organization_id, o.organization_name, t.requester_id,
  r.name as requester_name, lower(r.email) as requester_email, r.locale as requester_locale,
  row_number() over (partition by t.requester_id order by t.created_at) as requester_ticket_number,
  t.assignee_id, a.name as assignee_name, coalesce(m.replies, 0) as count_replies, m.first_reply_minutes,
  coalesce(m.reopens, 0) > 0 as is_reopened
from stg_zendesk__ticket t
left join stg_zendesk__user r on r.user_id = t.requester_id
left join stg_zendesk__user a on a.user_id = t.assignee_id
left join stg_zendesk__group g on g.group_id = t.group_id
left join stg_zendesk__organization o on o.organization_id = t.organization_id
left join stg_zendesk__ticket_metric m on m.ticket_id = t.ticket_id
where lower(t.status) <> 'deleted'
