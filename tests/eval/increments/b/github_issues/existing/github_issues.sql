with issue as (
    select *
    from {{ ref('stg_issue') }}
    where not is_pull_request
),

labels as (
    select
        issue_id,
        count(distinct label) as number_of_labels
    from {{ ref('stg_issue_label') }}
    group by issue_id
),

creator as (
    select *
    from {{ ref('stg_user') }}
),

repository as (
    select * from {{ ref('stg_repository') }}
)

select
  issue.issue_id,
  issue.issue_number,
  issue.title,
  issue.body,
  issue.state,
  issue.created_at,
  issue.closed_at,
  date_diff('day', issue.created_at, issue.closed_at) as days_issue_open,
  coalesce(labels.number_of_labels, 0) as number_of_labels,
  creator.login_name as creator,
  repository.full_name as repository
from issue
left join labels
  on issue.issue_id = labels.issue_id
left join creator
  on issue.user_id = creator.user_id
left join repository
  on issue.repository_id = repository.repository_id
