with tickets as (

    select *
    from {{ ref('stg_zendesk__ticket') }}
    where lower(status) != 'deleted'

), users as (

    select *
    from {{ ref('stg_zendesk__user') }}

), ticket_groups as (

    select *
    from {{ ref('stg_zendesk__group') }}

), organizations as (

    select *
    from {{ ref('stg_zendesk__organization') }}

), ticket_metrics as (

    select
        ticket_id
        , replies
        , reopens
        , first_reply_minutes
    from {{ ref('stg_zendesk__ticket_metric') }}

), joined as (

    select
        tickets.ticket_id
        , tickets.subject
        , tickets.status
        , coalesce(tickets.priority, 'normal') as priority
        , tickets.ticket_type
        , tickets.created_channel
        , tickets.created_at
        , tickets.updated_at
        , tickets.due_at
        , tickets.group_id
        , ticket_groups.group_name
        , tickets.organization_id
        , organizations.organization_name
        , tickets.requester_id
        , requester.name as requester_name
        , lower(requester.email) as requester_email
        , tickets.assignee_id
        , assignee.name as assignee_name
        , ticket_metrics.replies as count_replies
        , ticket_metrics.first_reply_minutes

    from tickets
    inner join users as requester
        on tickets.requester_id = requester.user_id
    left join users as assignee
        on tickets.assignee_id = assignee.user_id
    left join ticket_groups
        on tickets.group_id = ticket_groups.group_id
    left join organizations
        on tickets.organization_id = organizations.organization_id
    left join ticket_metrics
        on tickets.ticket_id = ticket_metrics.ticket_id
)

select *
from joined
