with both_sources as (
    select
        upper(METER_NO) as METER_NO,
        cast(READ_TS as date) as READ_DATE,
        cast(VALUE_WH // 1000 as integer) as READING_KWH,
        'REMOTE' as ORIGIN,
        'System' as READ_BY,
        READ_TS,
        null as CARD_NO
    from ZREMOTE
    where upper(QUALITY) = 'V' and VALUE_WH is not null
    union all
    select
        upper(METER_NO),
        READ_DATE,
        VALUE_KWH,
        'MANUAL',
        case READ_BY when 'T' then 'Technician' when 'C' then 'Customer' else 'Unknown' end,
        null,
        CARD_NO
    from ZMANUAL
    where CANCEL_FLAG is distinct from 'X' and READ_DATE is not null
)

select
    r.METER_NO,
    m.POINT_NO,
    r.READ_DATE,
    r.READING_KWH,
    r.ORIGIN,
    r.READ_BY
from both_sources as r
inner join T_METER as m on m.METER_NO = r.METER_NO
qualify row_number() over (
    partition by r.METER_NO, r.READ_DATE
    order by case r.ORIGIN when 'REMOTE' then 1 else 2 end, r.READ_TS desc, r.CARD_NO desc
) = 1
