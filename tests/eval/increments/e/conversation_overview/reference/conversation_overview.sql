with p as (
  select conversation_id, count(conversation_part_id) as total,
    count(*) filter (where part_type = 'assignment') as assignments, count(*) filter (where part_type = 'open') as reopens,
    min(created_at) filter (where part_type = 'comment' and author_type = 'admin') as first_response,
    max(created_at) filter (where part_type = 'comment' and author_type = 'admin') as last_response,
    min(created_at) filter (where part_type = 'comment' and author_type = 'user') as first_reply,
    min(created_at) filter (where part_type = 'close') as first_close,
    max(created_at) filter (where part_type = 'close') as last_close,
    min(created_at) filter (where part_type = 'close' and author_type = 'admin') as first_admin_close,
    count(*) filter (where author_type = 'bot') as bots
  from stg_intercom__conversation_part_history group by 1
)
select c.conversation_id, c.created_at as conversation_created_at, c.updated_at as conversation_last_updated_at,
  c.source_type as conversation_type, c.source_delivered_as as conversation_initiated_type,
  c.source_subject as conversation_subject, c.source_url as conversation_url,
  coalesce(c.assignee_type = 'admin', false) as is_assignee_admin, c.assignee_id, a.admin_name as assignee_name,
  a.job_title as assignee_job_title, c.is_open, c.is_read, c.state as conversation_state, c.waiting_since,
  c.snoozed_until, c.sla_name, c.sla_status, c.conversation_rating_value as conversation_rating,
  c.conversation_rating_remark as conversation_remark, p.total as count_total_parts,
  p.assignments as count_assignments, p.reopens as count_reopens, p.first_response as first_admin_response_at,
  p.last_response as last_admin_response_at, p.first_reply as first_contact_reply_at, p.first_close as first_close_at,
  p.last_close as last_close_at, p.first_admin_close as first_admin_close_at,
  coalesce(p.bots, 0) as count_bot_parts, coalesce(p.reopens > 0, false) as is_reopened,
  date_diff('minute', c.created_at, p.first_response) as minutes_to_first_response
from stg_intercom__conversation_history c
left join stg_intercom__admin a on a.admin_id = c.assignee_id
left join p on p.conversation_id = c.conversation_id
where coalesce(c._fivetran_active, true)
