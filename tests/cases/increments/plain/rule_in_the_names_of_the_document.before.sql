with joined as (

    select
        ticket.ticket_id,
        ticket.status as ticket_status,
        ticket.closed_at
    from ticket

)

select
    ticket_id,
    ticket_status,
    closed_at
from joined
