{{ config(materialized='incremental', on_schema_change='sync_all_columns') }}

{% if is_incremental() %}

select
    e.event_id,
    e.kind,
    upper(e.device) as device
from {{ ref('event_today') }} as e

{% else %}

select
    e.event_id,
    e.kind,
    upper(e.device) as device
from {{ ref('event_history') }} as e

{% endif %}
