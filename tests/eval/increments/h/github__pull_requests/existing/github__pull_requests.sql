with pull_requests as (
    select *
    from {{ ref('stg_github__pull_request') }}
),

repositories as (
    select *
    from {{ ref('stg_github__repository') }}
),

users as (
    select *
    from {{ ref('stg_github__user') }}
)

select
    pull_requests.pull_request_id,
    repositories.full_name as repository_name,
    pull_requests.number as pull_request_number,
    pull_requests.title,
    users.login_name as author_login,
    pull_requests.state,
    pull_requests.created_at,
    pull_requests.merged_at,
    date_diff('second', pull_requests.created_at, pull_requests.merged_at) / 3600.0 as hours_to_merge
from pull_requests
join repositories
    on pull_requests.repository_id = repositories.repository_id
left join users
    on pull_requests.author_user_id = users.user_id
{# deleted accounts ("ghost") have no row in users #}
