select
    booking_id,
    guest,
    nights
from booking
where state <> 'void'
