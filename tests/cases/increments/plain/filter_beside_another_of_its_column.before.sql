select
    booking_id,
    guest
from booking
where state <> 'void'
