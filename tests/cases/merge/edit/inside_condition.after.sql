select
    customer_id
    {% if var('with_name', true) %}
    , upper(name) as name
    {% endif %}
    , segment
from customer
