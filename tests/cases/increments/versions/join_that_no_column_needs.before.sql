select
    v.visit_id
from visit v
