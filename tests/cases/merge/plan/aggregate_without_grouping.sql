select
    reading.unit_id as unit_id,
    sum(reading.mwh) as total_mwh,
    'batch' as loaded_by
from reading
group by
    reading.unit_id
