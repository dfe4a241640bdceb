select
    ticket_id,
    status,
    opened_at,
    date_diff('hour', opened_at, closed_at) as hours_open,
    case priority when 1 then 'high' when 2 then 'medium' when 3 then 'low' end as priority_name
from {{ ref('tickets') }}
