{{
  config(
    materialized = "incremental",
    unique_key = "order_ref"
  )
}}

with source_orders as (
    select * from {{ source('raw', 'orders') }} where line_no = 1
    {% if is_incremental() %}
    -- only what changed
    and updated_at > (select max(updated_at) from {{ this }})
    {% endif %}
)

select
    o.order_id as order_ref,
    o.amount,
    o.updated_at
from source_orders as o
