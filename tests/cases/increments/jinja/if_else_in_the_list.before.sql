select
    reading_id,
    {% if is_incremental() %}
    corrected
    {% else %}
    value
    {% endif %}
    as value
from {{ ref('reading') }}
