{{ config(materialized='incremental') }}
select v.visit_id, v.page, v.seen_at, upper(v.page) as page_code
from {{ source('raw', 'visits') }} v
{% if is_incremental() %} where v.seen_at > (select max(seen_at) from {{ this }}) {% endif %}
