select
    part_id
  , weight as weight_kg
from part
