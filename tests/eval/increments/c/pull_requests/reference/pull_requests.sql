select p.pull_request_id, i.issue_id, i.issue_number, i.title, u.login_name as author_login, r.full_name as repository_name,
  i.created_at as opened_at, i.closed_at,
  case when p.is_draft then true else false end as is_draft,
  (select count(*) from stg_github__issue_comment c where c.issue_id = i.issue_id) as number_of_comments,
  (select count(*) from stg_github__pull_request_review v where v.pull_request_id = p.pull_request_id) as review_count,
  (select min(v.submitted_at) from stg_github__pull_request_review v where v.pull_request_id = p.pull_request_id) as first_review_at,
  date_diff('minute', i.created_at,
    (select min(v.submitted_at) from stg_github__pull_request_review v where v.pull_request_id = p.pull_request_id)
  ) as minutes_to_first_review
from stg_github__pull_request p
join stg_github__issue i on i.issue_id = p.issue_id
left join stg_github__user u on u.user_id = i.author_id
left join stg_github__repository r on r.repository_id = i.repository_id
