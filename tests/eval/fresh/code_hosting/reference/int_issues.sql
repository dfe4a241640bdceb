with labelled as (
    select
        il.issue_id,
        string_agg(lower(l.name), ', ' order by lower(l.name)) as labels,
        bool_or(lower(l.name) = 'bug') as is_bug
    from gh_issue_label as il
    inner join gh_label as l on l.id = il.label_id
    group by il.issue_id
),

commented as (
    select
        c.issue_id,
        count(*) as comment_count,
        min(case when c.user_id <> i.user_id then c.created_at end) as first_response_at
    from gh_comment as c
    inner join gh_issue as i on i.id = c.issue_id
    left join stg_users as u on u.user_id = c.user_id
    where u.is_bot is distinct from true
    group by c.issue_id
)

select
    i.id as issue_id,
    r.full_name as repository,
    i.number as issue_number,
    trim(i.title) as title,
    lower(i.state) as state,
    coalesce(u.login, 'ghost') as author_login,
    i.created_at as opened_at,
    i.closed_at,
    l.labels,
    coalesce(l.is_bug, false) as is_bug,
    coalesce(c.comment_count, 0) as comment_count,
    c.first_response_at,
    round(date_diff('minute', i.created_at, i.closed_at) / 60, 2) as hours_to_close
from gh_issue as i
inner join stg_repositories as r on r.repository_id = i.repository_id
left join stg_users as u on u.user_id = i.user_id
left join labelled as l on l.issue_id = i.id
left join commented as c on c.issue_id = i.id
where i.pull_request is distinct from true
