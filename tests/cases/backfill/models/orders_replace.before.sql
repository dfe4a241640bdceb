{{ config(materialized='incremental', incremental_strategy='delete+insert', unique_key='order_ref') }}
SELECT
    o.order_id AS order_ref
  , o.status
  , o.updated_at AS changed_at
FROM {{ source('raw', 'orders') }} AS o
WHERE o.line_no = 1
{% if is_incremental() %}
  AND o.updated_at >= (SELECT coalesce(max(changed_at), '1900-01-01') FROM {{ this }})
{% endif %}
