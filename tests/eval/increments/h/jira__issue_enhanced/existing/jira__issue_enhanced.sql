with issue as (

    select *
    from {{ ref('stg_jira__issue') }}

),

status as (

    select *
    from {{ ref('stg_jira__status') }}

),

jira_user as (

    select *
    from {{ ref('stg_jira__user') }}

),

{% if var('jira_using_priorities', True) %}
priority as (

    select *
    from {{ ref('stg_jira__priority') }}

),
{% endif %}

final as (

    select
        issue.issue_id,
        issue.issue_key,
        issue.summary,
        status.status_name as current_status,
        status.status_category,
        {% if var('jira_using_priorities', True) %}
        priority.priority_name as current_priority,
        {% endif %}
        assignee.display_name as assignee_name,
        issue.parent_issue_id,
        issue.epic_link,
        issue.created_at,
        issue.resolved_at,
        {{ dbt.datediff('issue.created_at', 'issue.resolved_at', 'day') }} as days_open
    from issue
    left join status
        on issue.status_id = status.status_id
    {% if var('jira_using_priorities', True) %}
    left join priority
        on issue.priority_id = priority.priority_id
    {% endif %}
    left join jira_user as assignee
        on issue.assignee_user_id = assignee.user_id

)

select *
from final
