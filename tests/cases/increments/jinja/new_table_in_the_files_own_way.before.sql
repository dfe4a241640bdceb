{{ config(materialized = 'incremental', unique_key = 'shipment_id') }}

with src as (

    select * from {{ source('logistics', 'shipment') }}

    {% if is_incremental() %}
        where sent_on >= (select coalesce(max(sent_on), '1900-01-01') from {{ this }})
    {% endif %}

)

select
    s.shipment_id,
    s.carrier_id,
    s.sent_on
from src as s
