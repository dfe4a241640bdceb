select
    {{ dbt_utils.generate_surrogate_key(['c.customer_id',
                                         'c.name']) }} as key,
    c.name
from {{ ref('customer') }} as c
