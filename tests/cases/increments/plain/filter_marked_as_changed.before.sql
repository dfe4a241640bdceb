select booking_id, guest
from booking
where state = 'ok'
  and guest is not null
