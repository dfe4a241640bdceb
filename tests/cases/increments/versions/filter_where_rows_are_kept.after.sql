{{ config(materialized='incremental') }}
select read_id, day
from {{ ref('read') }}
where value > 0
{% if is_incremental() %}
  and day > (select max(day) from {{ this }})
{% endif %}
