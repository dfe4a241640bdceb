select
    v.visit_id,
    p.name as pet_name -- as on the chip
from visit as v
join pet as p on p.pet_id = v.pet
