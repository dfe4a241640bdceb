{{
    config(
        materialized='incremental',
        unique_key='visit_id',
        on_schema_change='append_new_columns'
    )
}}

select
    v.visit_id,
    v.site_id,
    v.seen_at,
    s.site_name
from {{ source('tracking', 'visit') }} as v
left join {{ source('tracking', 'site') }} as s on s.site_id = v.site_id
{% if is_incremental() %}
-- only what came since the last load
where v.seen_at > (select max(seen_at) from {{ this }})
{% endif %}
