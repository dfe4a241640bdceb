{% set methods = ['card', 'cash'] %}
select
    order_id,
    {% for method in methods %}
    sum(case when method = '{{ method }}' then amount end) as {{ method }}_amount{% if not loop.last %},{% endif %}
    {% endfor %}
from {{ ref('payment') }}
group by order_id
