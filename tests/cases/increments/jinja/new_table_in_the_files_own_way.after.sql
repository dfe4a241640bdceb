{{ config(materialized = 'incremental', unique_key = 'shipment_id', on_schema_change = 'append_new_columns') }}

with src as (

    select * from {{ source('logistics', 'shipment') }}

    {% if is_incremental() %}
        where sent_on >= (select coalesce(max(sent_on), '1900-01-01') from {{ this }})
    {% endif %}

),

c as (

    select * from {{ source('logistics', 'carrier') }}

)

select
    s.shipment_id,
    s.carrier_id,
    s.sent_on,
    c.carrier_name
from src as s
left join c on c.carrier_id = s.carrier_id
