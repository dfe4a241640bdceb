with c as (select issue_id, count(*) as count_comments, max(created_at) as last_comment_at, count(distinct author_user_id) as count_commenters from stg_comment group by 1)
select i.issue_id, i.issue_key, i.project_id, coalesce(i.issue_type, 'Task') as issue_type, i.created_at, i.resolved_at, i.updated_at,
  p.project_name, s.status_name as current_status, a.user_display_name as assignee_name, r.user_display_name as reporter_name,
  coalesce(c.count_comments, 0) as count_comments,
  case when i.resolved_at is not null then true else false end as is_resolved,
  s.status_category, p.project_category,
  re.resolution_name,
  c.last_comment_at,
  date_diff('second', i.created_at, i.resolved_at) as open_duration_seconds,
  case when i.time_spent_seconds > i.original_estimate_seconds then 'over' when i.time_spent_seconds <= i.original_estimate_seconds then 'within' else 'unknown' end as estimate_status
from stg_issue i
left join stg_project p on p.project_id = i.project_id
left join stg_status s on s.status_id = i.status_id
left join stg_user a on i.assignee_user_id = a.user_id
left join stg_user r on i.reporter_user_id = r.user_id
left join c on c.issue_id = i.issue_id
left join stg_resolution re on re.resolution_id = i.resolution_id
