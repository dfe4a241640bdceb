select i.issue_id, i.issue_key, i.summary as issue_title, t.issue_type_name as issue_type, s.status_name as status,
  g.status_category_name as status_category, i.project_id, p.project_name, l.user_display_name as project_lead_name,
  coalesce(a.user_display_name, 'unassigned') as assignee_name, i.created_at, i.updated_at, i.resolved_at,
  case when i.resolved_at is not null then date_sub('day', i.created_at, i.resolved_at) end as days_open,
  (select count(*) from stg_jira__comment c where c.issue_id = i.issue_id) as count_comments,
  (select count(*) from stg_jira__comment c where c.issue_id = i.issue_id and c.is_public) as count_external_comments
from stg_jira__issue i
left join stg_jira__issue_type t on t.issue_type_id = i.issue_type_id
left join stg_jira__status s on s.status_id = i.status_id
left join stg_jira__status_category g on g.status_category_id = s.status_category_id
left join stg_jira__project p on p.project_id = i.project_id
left join stg_jira__user l on l.user_id = p.lead_user_id
left join stg_jira__user a on a.user_id = i.assignee_user_id
