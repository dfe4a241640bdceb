with numbers as (
    select
        *,
        date_trunc('hour', READ_TS) as read_hour,
        try_cast(replace(replace(trim(METER_STATE), '.', ''), ',', '.') as decimal(14, 3)) as state_kwh
    from LND_READ
),

kept as (
    select *
    from numbers
    where state_kwh is not null
    qualify row_number() over (partition by MP_ID, read_hour order by LOAD_TS desc) = 1
)

select
    nullif(trim(MP_ID), '') as mp_id,
    cast(read_hour as timestamp) as read_hour,
    READ_TS as read_ts,
    state_kwh,
    cast(
        case
            when state_kwh < lag(state_kwh) over point then 0
            else state_kwh - lag(state_kwh) over point
        end as decimal(14, 3)
    ) as usage_kwh,
    cast(date_diff('hour', lag(read_hour) over point, read_hour) as integer) as gap_hours,
    case QUAL when 'M' then 'measured' when 'E' then 'estimated' else 'unknown' end as quality,
    nullif(trim(SENSOR), '') as sensor,
    nullif(trim(UNIT), '') as unit,
    cast(regexp_extract(FILE_NM, '_(\d+)\.[^._]*$', 1) as integer) as batch_no,
    LOAD_TS as loaded_at
from kept
window point as (partition by MP_ID order by read_hour)
