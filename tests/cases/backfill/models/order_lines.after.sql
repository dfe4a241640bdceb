{{ config(
    materialized='incremental',
    unique_key=['order_id', 'line_no'],
) }}

{% set money = ['amount'] %}

select
    order_id,
    line_no,
    {% for name in money %}{{ name }},{% endfor %}
    updated_at,
    upper(status) as status_code
from {{ ref('orders_clean') }}
{% if is_incremental() %}
where updated_at > (select max(t.updated_at) from {{ this }} as t)
{% endif %}
