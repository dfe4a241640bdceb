select
    customer_id
    {% if var('with_name', true) %}
    , upper(customer.name) as name
    {% endif %}
from customer
