with issue as (

    select *
    from {{ ref('stg_jira__issue') }}

),

issue_type as (

    select *
    from {{ ref('stg_jira__issue_type') }}

),

status as (

    select *
    from {{ ref('stg_jira__status') }}

),

project as (

    select *
    from {{ ref('stg_jira__project') }}

),

jira_user as (

    select *
    from {{ ref('stg_jira__user') }}

),

{% if var('jira_include_comments', true) %}

comment_agg as (

    select
        issue_id,
        count(comment_id) as count_comments
    from {{ ref('stg_jira__comment') }}
    group by issue_id

),

{% endif %}

final as (

    select
        issue.issue_id,
        issue.issue_key,
        issue.summary as issue_name,
        issue_type.issue_type_name as issue_type,
        status.status_name as status,
        issue.project_id,
        project.project_name,
        assignee.user_display_name as assignee_name,
        issue.created_at,
        issue.updated_at,
        issue.resolved_at
        {% if var('jira_include_comments', true) %}
        , coalesce(comment_agg.count_comments, 0) as count_comments
        {% endif %}

    from issue
    left join issue_type
        on issue.issue_type_id = issue_type.issue_type_id
    left join status
        on issue.status_id = status.status_id
    left join project
        on issue.project_id = project.project_id
    left join jira_user as assignee
        on issue.assignee_user_id = assignee.user_id

    {% if var('jira_include_comments', true) %}
    left join comment_agg
        on issue.issue_id = comment_agg.issue_id
    {% endif %}

)

select *
from final
