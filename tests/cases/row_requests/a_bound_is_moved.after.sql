with readings as (

    select *
    from {{ ref('stg_meter_readings') }}
    where read_on >= date '2022-01-01'

)

select
    reading_id,
    meter_no,
    read_on,
    value_kwh,
    case when (read_by is null or trim(read_by) = '') then 'self' else read_by end as reader
from readings
where value_kwh > 0
