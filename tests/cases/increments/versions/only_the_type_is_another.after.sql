select ticket_id, cast(coalesce(seats, '0') as integer) as seats from ticket
