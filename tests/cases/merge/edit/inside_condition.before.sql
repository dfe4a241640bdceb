select
    customer_id
    {% if var('with_name', true) %}
    , {{ dbt_utils.clean('name') }} as name
    {% endif %}
from customer
