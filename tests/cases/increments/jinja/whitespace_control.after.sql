{{- config(tags=['daily']) -}}
{%- set kinds = ['a', 'b'] -%}
select
    stock_id,
    {%- for kind in kinds %}
    kind = '{{ kind }}' as is_{{ kind -}}
    {{- "," if not loop.last -}}
    {%- endfor -%}
    , amount
    , unit
from {{ ref('stock') -}}
{%- if is_incremental() %} where stock_id > 0 {%- endif -%}
