select ticket_id, coalesce(seats, '0') as seats from ticket
