with readings as (

    select *
    from {{ ref('stg_reading_clean') }}
    {% if is_incremental() %}
    where reading_id > (select max(reading_id) from {{ this }})
    {% endif %}

),

stations as (

    select *
    from {{ ref('stg_station') }}

)

select
    readings.reading_id,
    stations.name as station_name,
    readings.celsius,
    readings.humidity
from readings
left join stations
    on readings.station_id = stations.station_id
