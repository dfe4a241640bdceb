-- this model enriches the ticket table with ticket-related dimensions.  This model will not include any metrics.
-- for metrics, see ticket_metrics!

with ticket as (

  select *
  from {{ ref('stg_ticket') }}

), users as (

  select *
  from {{ ref('stg_user') }}

), ticket_group as (

  select *
  from {{ ref('stg_group') }}

), organization as (

  select *
  from {{ ref('stg_organization') }}

), joined as (

    select

        ticket.ticket_id,
        ticket.created_at,
        ticket.updated_at,
        ticket.status,
        ticket.priority,
        ticket.type,
        ticket.subject,
        ticket.requester_id,
        ticket.submitter_id,
        ticket.assignee_id,

        --requester information
        requester.role as requester_role,
        requester.email as requester_email,
        requester.name as requester_name,
        requester.is_active as is_requester_active,

        --submitter information
        submitter.role as submitter_role,
        submitter.name as submitter_name,
        case when submitter.role in ('agent','admin') then true else false end as is_agent_submitted,

        --assignee information
        assignee.role as assignee_role,
        assignee.email as assignee_email,
        assignee.name as assignee_name,

        ticket_group.name as group_name

    from ticket

    --Requester Joins
    join users as requester
        on requester.user_id = ticket.requester_id

    --Submitter Joins
    left join users as submitter
        on submitter.user_id = ticket.submitter_id

    --Assignee Joins
    left join users as assignee
        on assignee.user_id = ticket.assignee_id

    left join ticket_group
        on ticket_group.group_id = ticket.group_id

)

select *
from joined
