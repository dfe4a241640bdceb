with paired as (
    select
        r.METER_NO,
        r.POINT_NO,
        lag(r.READ_DATE) over (partition by r.METER_NO order by r.READ_DATE) as PERIOD_FROM,
        r.READ_DATE as PERIOD_TO,
        r.READING_KWH - lag(r.READING_KWH) over (partition by r.METER_NO order by r.READ_DATE) as difference,
        m.DIGITS
    from T_READING as r
    left join T_METER as m on m.METER_NO = r.METER_NO
),

measured as (
    select
        METER_NO,
        POINT_NO,
        PERIOD_FROM,
        PERIOD_TO,
        PERIOD_TO - PERIOD_FROM as DAYS,
        case
            when difference >= 0 then difference
            when difference > -100 then 0
            else difference + cast(power(10, DIGITS) as integer)
        end as KWH
    from paired
    where PERIOD_FROM is not null and PERIOD_TO - PERIOD_FROM <= 100
)

select
    METER_NO,
    POINT_NO,
    PERIOD_FROM,
    PERIOD_TO,
    DAYS,
    KWH,
    round(KWH / DAYS, 3) as KWH_PER_DAY,
    sum(KWH) over (partition by METER_NO order by PERIOD_TO) as KWH_CUMULATED
from measured
