{{
    config(
        materialized='incremental',
        unique_key='event_id',
        on_schema_change='append_new_columns'
    )
}}

select
    event_id
    , user_id
    , event_at
    , lower(event_name) as event_name
    , hour(event_at) as event_hour
from {{ ref('stg_events') }}
where not coalesce(is_test = true, false)
{% if is_incremental() %}
and event_at > (select max(event_at) from {{ this }})
{% endif %}
