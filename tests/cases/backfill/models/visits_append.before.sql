{{ config(materialized='incremental') }}
select v.page, v.seen_at
from {{ source('raw', 'visits') }} v
{% if is_incremental() %} where v.seen_at > (select max(seen_at) from {{ this }}) {% endif %}
