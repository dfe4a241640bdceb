select guest, count(*) as stays, max(nights) as longest
from booking
group by guest
