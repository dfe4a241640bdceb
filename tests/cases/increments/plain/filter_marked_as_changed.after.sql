select booking_id, guest, nights
from booking
where state in ('ok', 'open')
  and guest is not null
