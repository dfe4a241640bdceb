with lines as (
    select
        *,
        coalesce(additions, 0) + coalesce(deletions, 0) as changed_lines
    from gh_pull_request
)

select
    pr.id as pull_request_id,
    pr.issue_id,
    r.full_name as repository,
    u.login as author_login,
    pr.base_ref as base_branch,
    coalesce(pr.base_ref = r.main_branch, false) as targets_main,
    case
        when pr.merged_at is not null then 'merged'
        when i.closed_at is not null then 'closed'
        when pr.draft then 'draft'
        else 'open'
    end as status,
    i.created_at as opened_at,
    pr.merged_at,
    date_diff('day', cast(i.created_at as date), cast(pr.merged_at as date)) as days_to_merge,
    pr.changed_lines,
    case
        when pr.changed_lines < 10 then 'XS'
        when pr.changed_lines < 100 then 'S'
        when pr.changed_lines < 500 then 'M'
        else 'L'
    end as size_class
from lines as pr
inner join gh_issue as i on i.id = pr.issue_id
inner join stg_repositories as r on r.repository_id = i.repository_id
left join stg_users as u on u.user_id = i.user_id
