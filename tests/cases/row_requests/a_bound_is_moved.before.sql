with readings as (

    select *
    from {{ ref('stg_meter_readings') }}
    where read_on >= date '2023-01-01'

)

select
    reading_id,
    meter_no,
    read_on,
    value_kwh
from readings
where value_kwh > 0
