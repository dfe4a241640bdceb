with joined as (

    select
        ticket.ticket_id,
        ticket.status as ticket_status,
        ticket.closed_at
    from ticket

)

select
    ticket_id,
    case when closed_at is not null then 'closed' else lower(ticket_status) end as ticket_status,
    closed_at
from joined
