with last_review as (
 select pull_request_id, reviewer_user_id, arg_max(state, submitted_at) as state
 from stg_github__pull_request_review group by all
)
select p.pull_request_id, r.full_name as repository_name, p.number as pull_request_number, p.title, u.login_name as author_login,
 case when p.merged_at is not null then 'merged' when p.state = 'closed' then 'closed' when p.is_draft then 'draft' else 'open' end as state,
 p.created_at, p.merged_at, epoch(p.merged_at - p.created_at) / 3600.0 as hours_to_merge,
 (select string_agg(l.label_name, ', ' order by l.label_name) from stg_github__pull_request_label l
   where l.pull_request_id = p.pull_request_id) as labels,
 (select min(v.submitted_at) from stg_github__pull_request_review v
   where v.pull_request_id = p.pull_request_id and v.reviewer_user_id is distinct from p.author_user_id) as first_review_at,
 (select count(*) from last_review v where v.pull_request_id = p.pull_request_id and v.state = 'APPROVED') as approval_count
from stg_github__pull_request p
join stg_github__repository r on r.repository_id = p.repository_id
left join stg_github__user u on u.user_id = p.author_user_id
where not coalesce(ends_with(u.login_name, '[bot]'), false)
