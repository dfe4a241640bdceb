with ticket as (

    select *
    from {{ ref('stg_zendesk__ticket') }}

), zendesk_user as (

    select *
    from {{ ref('stg_zendesk__user') }}

--If you do not use groups this is left out.
{% if var('using_groups', True) %}
), ticket_group as (

    select *
    from {{ ref('stg_zendesk__group') }}
{% endif %}

), ticket_comments as (

    select
        ticket_id,
        count(*) as count_comments,
        sum(case when is_public then 1 else 0 end) as count_public_comments,
        min(case when is_public then created_at end) as first_public_comment_at
    from {{ ref('stg_zendesk__ticket_comment') }}
    group by 1

), joined as (

    select
        ticket.ticket_id,
        ticket.subject,
        ticket.status,
        ticket.priority,
        ticket.ticket_type,
        ticket.channel,
        ticket.created_at,
        ticket.solved_at,
        requester.name as requester_name,
        requester.email as requester_email,
        assignee.name as assignee_name,
        {% if var('using_groups', True) %}
        ticket_group.name as group_name,
        {% endif %}
        coalesce(ticket_comments.count_comments, 0) as count_comments,
        coalesce(ticket_comments.count_public_comments, 0) as count_public_comments,
        ticket_comments.first_public_comment_at,
        {{ dbt.datediff('ticket.created_at', 'ticket_comments.first_public_comment_at', 'minute') }} as first_reply_minutes

    from ticket

    join zendesk_user as requester
        on requester.user_id = ticket.requester_id

    left join zendesk_user as assignee
        on assignee.user_id = ticket.assignee_id

    {% if var('using_groups', True) %}
    left join ticket_group
        on ticket_group.group_id = ticket.group_id
    {% endif %}

    left join ticket_comments
        on ticket_comments.ticket_id = ticket.ticket_id
)

select *
from joined
