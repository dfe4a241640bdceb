select
    v.visit_id,
    pet.name as pet_name
from visit v
left join pet on v.pet = pet.pet_id
