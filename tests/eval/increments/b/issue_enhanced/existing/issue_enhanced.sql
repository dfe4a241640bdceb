with issue as (

    select *
    from {{ ref('stg_issue') }}
),

project as (

    select *
    from {{ ref('stg_project') }}
),

status as (

    select *
    from {{ ref('stg_status') }}
),

jira_user as (

    select *
    from {{ ref('stg_user') }}
),

comments as (

    select
        issue_id,
        count(*) as count_comments
    from {{ ref('stg_comment') }}
    group by 1
),

join_issue as (

    select
        issue.issue_id,
        issue.issue_key,
        issue.project_id,
        issue.issue_type,
        issue.created_at,
        issue.resolved_at,
        issue.updated_at,
        project.project_name,
        status.status_name as current_status,
        assignee.user_display_name as assignee_name,
        reporter.user_display_name as reporter_name,
        coalesce(comments.count_comments, 0) as count_comments

    from issue
    left join project on project.project_id = issue.project_id
    left join status on status.status_id = issue.status_id
    left join jira_user as assignee on issue.assignee_user_id = assignee.user_id
    left join jira_user as reporter on issue.reporter_user_id = reporter.user_id
    left join comments on comments.issue_id = issue.issue_id

),

issue_metrics as (

    select
        *,
        case when resolved_at is not null then true else false end as is_resolved
    from join_issue
)

select * from issue_metrics
