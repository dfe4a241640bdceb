select
    booking_id,
    guest
from booking
where guest is not null
