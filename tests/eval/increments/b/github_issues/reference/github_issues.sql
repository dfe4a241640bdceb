with l as (select issue_id, count(distinct label) as number_of_labels, max(updated_at) as last_labelled_at from stg_issue_label group by 1)
select i.issue_id, i.issue_number, i.title, upper(i.state) as state, i.created_at, i.closed_at,
  date_diff('day', i.created_at, i.closed_at) as days_issue_open, coalesce(l.number_of_labels, 0) as number_of_labels,
  u.login_name as creator_login_name, r.full_name as repository,
  u.company as creator_company, r.is_private as is_private_repository,
  coalesce(i.is_locked, false) as is_locked, m.title as milestone_title, l.last_labelled_at
from stg_issue i
left join l on i.issue_id = l.issue_id
left join stg_user u on i.user_id = u.user_id
left join stg_repository r on i.repository_id = r.repository_id
left join stg_milestone m on i.milestone_id = m.milestone_id
where not i.is_pull_request
