select
    m.meter_id,
    {%- if target.type == 'snowflake' %}
    m.clean * m.factor as use,
    {%- elif is_incremental() %}
    m.clean * m.factor as use,
    {%- else %}
    m.clean * m.factor as use,
    {%- endif %}
    m.factor
from {{ ref('meter') }} m
