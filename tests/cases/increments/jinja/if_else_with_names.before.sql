select
    m.meter_id,
    {%- if target.type == 'snowflake' %}
    m.raw::float as use,
    {%- elif is_incremental() %}
    m.clean as use,
    {%- else %}
    m.raw as use,
    {%- endif %}
    m.factor
from {{ ref('meter') }} m
