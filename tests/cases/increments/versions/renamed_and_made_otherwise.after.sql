select
    part_id
  , weight + box as weight_kgs
from part
