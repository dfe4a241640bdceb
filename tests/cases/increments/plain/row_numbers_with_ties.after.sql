select
    visit_id,
    visit.guest_id,
    row_number() over (partition by visit.guest_id order by came_on) as visit_number,
    row_number() over (order by came_on) = 1 as is_first,
    lag(spent) over (partition by visit.guest_id order by came_on) as spent_before,
    guest.city
from visit
left join guest on visit.guest_id = guest.guest_id
