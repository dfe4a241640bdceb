with tickets as (

    select *
    from {{ ref('stg_helpdesk__ticket') }}

), requesters as (

    select *
    from {{ ref('stg_helpdesk__user') }}

), enriched as (

    select
        tickets.ticket_id,
        tickets.subject,
        tickets.created_at,
        requesters.user_name as requester_name,
        lower(requesters.email) as requester_email
    from tickets
    inner join requesters
        on requesters.user_id = tickets.requester_id

)

select * from enriched
