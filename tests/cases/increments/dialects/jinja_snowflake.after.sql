{{ config(materialized='view') }}

select
    o.order_id,
    {% for code in ['A', 'X'] %}
    iff(o.status = '{{ code }}', 1, 0) as is_{{ code | lower }},
    {% endfor %}
    to_varchar(o.placed_on, 'YYYY-MM') as month,
    coalesce(o.amount, 0) as amount
from {{ ref('orders') }} o
