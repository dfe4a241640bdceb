select
    booking_id,
    guest,
    nights
from booking
where guest is not null
    and state = 'ok'
