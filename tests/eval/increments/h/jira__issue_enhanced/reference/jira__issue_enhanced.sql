select i.issue_id, i.issue_key, i.summary, s.status_name as current_status, s.status_category, p.priority_name as current_priority,
 a.display_name as assignee_name, i.parent_issue_id, i.created_at, i.resolved_at,
 coalesce(i.resolved_at::date, date '2025-03-31') - i.created_at::date as days_open,
 coalesce(r.display_name, r.email) as reporter_name,
 (select count(*) from stg_jira__comment c where c.issue_id = i.issue_id and c.is_public) as comment_count,
 lc.display_name as last_comment_by,
 (select min(h.updated_at) from stg_jira__issue_field_history h
   where h.issue_id = i.issue_id and h.field_id = 'assignee' and h.field_value is not null) as first_assigned_at,
 (select count(*) from stg_jira__issue k where k.parent_issue_id = i.issue_id) as subtask_count
from stg_jira__issue i
left join stg_jira__status s on s.status_id = i.status_id
left join stg_jira__priority p on p.priority_id = i.priority_id
left join stg_jira__user a on a.user_id = i.assignee_user_id
left join stg_jira__user r on r.user_id = i.reporter_user_id
left join (
  select c.issue_id, u.display_name
  from (select * from stg_jira__comment where is_public
        qualify row_number() over (partition by issue_id order by created_at desc) = 1) c
  left join stg_jira__user u on u.user_id = c.author_user_id
) lc on lc.issue_id = i.issue_id
