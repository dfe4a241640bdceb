select
    queue,
    opened_on,
    sum(hours) as hours,
    priority
from {{ ref('ticket') }}
{{ dbt_utils.group_by(2) }}, 4
