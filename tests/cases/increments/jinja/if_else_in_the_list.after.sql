select
    reading_id,
    coalesce(corrected, value)
    as value,
    unit
from {{ ref('reading') }}
