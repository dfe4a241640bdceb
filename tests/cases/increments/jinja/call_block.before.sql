{% call statement('nothing', fetch_result=False) %}
    select 1
{% endcall %}
select
    item_id,
    {% call or_zero() %}price{% endcall %} as price
from {{ ref('item') }}
