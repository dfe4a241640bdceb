with pull_request as (

    select *
    from {{ ref('stg_github__pull_request') }}

), issue as (

    select *
    from {{ ref('stg_github__issue') }}

), github_user as (

    select *
    from {{ ref('stg_github__user') }}

), repository as (

    select *
    from {{ ref('stg_github__repository') }}

), comment_counts as (

    select
        issue_id,
        count(*) as number_of_comments
    from {{ ref('stg_github__issue_comment') }}
    where issue_id is not null
    group by 1

), final as (

    select
        pull_request.pull_request_id,
        issue.issue_id,
        issue.issue_number,
        issue.title,
        author.login_name as author_login,
        repository.full_name as repository_name,
        issue.created_at as opened_at,
        issue.closed_at,
        pull_request.is_draft,
        coalesce(comment_counts.number_of_comments, 0) as number_of_comments
    from pull_request
    join issue
        on issue.issue_id = pull_request.issue_id
    left join github_user as author
        on author.user_id = issue.author_id
    left join repository
        on repository.repository_id = issue.repository_id
    left join comment_counts
        on comment_counts.issue_id = issue.issue_id

)

select *
from final
