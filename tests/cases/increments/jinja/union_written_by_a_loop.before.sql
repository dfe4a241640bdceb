{% for region in ['north', 'south'] %}
select
    sale_id,
    '{{ region }}' as region,
    amount
from {{ ref('sales_' ~ region) }}
{% if not loop.last %}union all{% endif %}
{% endfor %}
