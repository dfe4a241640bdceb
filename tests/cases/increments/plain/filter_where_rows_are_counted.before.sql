select guest, count(*) as stays
from booking
group by guest
