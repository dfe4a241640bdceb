select
    visit_id,
    guest_id,
    row_number() over (partition by guest_id order by came_on) as visit_number,
    row_number() over (order by came_on) = 1 as is_first,
    lag(spent) over (partition by guest_id order by came_on) as spent_before
from visit
