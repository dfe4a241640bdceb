select
    v.visit_id,
    p.name as pet_name -- as on the chip
from visit as v
left join pet as p on v.chip = p.chip
