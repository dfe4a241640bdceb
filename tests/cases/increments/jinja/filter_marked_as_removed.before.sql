select
    ticket_id,
    status,
    opened_at
from {{ ref('tickets') }}
where status <> 'spam'
