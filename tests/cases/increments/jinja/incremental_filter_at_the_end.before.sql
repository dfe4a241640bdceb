{{
    config(
        materialized='incremental',
        unique_key='visit_id'
    )
}}

select
    v.visit_id,
    v.site_id,
    v.seen_at
from {{ source('tracking', 'visit') }} as v
{% if is_incremental() %}
-- only what came since the last load
where v.seen_at > (select max(seen_at) from {{ this }})
{% endif %}
