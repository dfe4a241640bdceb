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
    round(o.amount) as amount,
    o.updated_at,
    c.region as region
from source_orders as o
left join {{ source('raw', 'customers') }} as c on c.customer_id = o.customer_id
