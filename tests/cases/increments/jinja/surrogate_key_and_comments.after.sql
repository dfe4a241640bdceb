{# one row per order line, see {{ the_wiki }} #}
select
    {{ dbt_utils.generate_surrogate_key(['order_id', 'line_no']) }} as line_key
  , order_id
  , line_no -- from 1
  , sku     {# as on the label #}
  , qty /* pieces */
  , note
from {{ ref('line') }}
