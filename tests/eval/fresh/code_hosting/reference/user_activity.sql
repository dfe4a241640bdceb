with issues as (
    select
        author_login,
        count(*) as issues_opened,
        min(opened_at) as first_at,
        max(opened_at) as last_at
    from int_issues
    group by author_login
),

pulls as (
    select
        author_login,
        count(*) as pull_requests_opened,
        count(*) filter (where status = 'merged') as pull_requests_merged,
        min(opened_at) as first_at,
        max(opened_at) as last_at
    from fct_pull_requests
    group by author_login
)

select
    u.user_id,
    u.login,
    coalesce(i.issues_opened, 0) as issues_opened,
    coalesce(p.pull_requests_opened, 0) as pull_requests_opened,
    coalesce(p.pull_requests_merged, 0) as pull_requests_merged,
    round(p.pull_requests_merged / p.pull_requests_opened, 2) as merge_share,
    least(i.first_at, p.first_at) as first_contribution_at,
    greatest(i.last_at, p.last_at) as last_contribution_at,
    case
        when coalesce(i.issues_opened, 0) + coalesce(p.pull_requests_opened, 0) = 0 then 'none'
        when coalesce(i.issues_opened, 0) + coalesce(p.pull_requests_opened, 0) <= 2 then 'occasional'
        else 'regular'
    end as contributor_type
from stg_users as u
left join issues as i on i.author_login = u.login
left join pulls as p on p.author_login = u.login
where not u.is_bot
