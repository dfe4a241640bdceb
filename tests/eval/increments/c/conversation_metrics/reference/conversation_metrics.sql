with t as (
  select conversation_id,
    count(part_id) filter (where part_type is distinct from 'note') as count_parts,
    count(*) filter (where part_type = 'open') as count_reopens,
    min(created_at) filter (where author_type = 'admin' and part_type = 'comment') as first_reply_at,
    max(created_at) filter (where author_type = 'user') as last_contact_message_at
  from stg_intercom__conversation_part group by 1
)
select c.conversation_id, c.created_at, c.state, c.contact_id, k.name as contact_name,
  coalesce(a.name, 'Unassigned') as assignee_name,
  coalesce(t.count_parts, 0) as count_parts, coalesce(t.count_reopens, 0) as count_reopens,
  t.first_reply_at, t.last_contact_message_at,
  c.state is distinct from 'closed' as is_pending,
  m.name as team_name,
  date_diff('minute', c.created_at, t.first_reply_at) as minutes_to_first_reply
from stg_intercom__conversation c
left join stg_intercom__contact k on k.contact_id = c.contact_id
left join stg_intercom__admin a on a.admin_id = c.assignee_id
left join stg_intercom__team m on m.team_id = c.team_id
left join t on t.conversation_id = c.conversation_id
where not c.is_deleted
