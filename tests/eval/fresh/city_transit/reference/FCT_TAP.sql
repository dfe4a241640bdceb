with bus as (
    select distinct TAP_ID, CARD_NO, RTE_NO, STOP_CD, TAP_TS, FARE_CT
    from TAP_BUS
),

taps as (
    select
        'B-' || TAP_ID as TAP_KEY,
        'BUS' as SRC_SYS,
        CARD_NO,
        upper(RTE_NO) as RTE_NO,
        STOP_CD,
        TAP_TS,
        cast(coalesce(FARE_CT, 0) / 100.0 as decimal(8, 2)) as FARE_EUR
    from bus
    where CARD_NO is not null
    union all
    select
        'R-' || ID as TAP_KEY,
        'RAIL' as SRC_SYS,
        CARD as CARD_NO,
        upper(LINE) as RTE_NO,
        STATION as STOP_CD,
        TS as TAP_TS,
        coalesce(AMOUNT, 0) as FARE_EUR
    from TAP_RAIL
    where CARD is not null and TEST_FLG is distinct from 'Y'
),

kept as (
    select
        *,
        lag(TAP_TS) over (partition by CARD_NO order by TAP_TS) as previous_ts
    from taps
    where FARE_EUR >= 0
)

select
    TAP_KEY,
    SRC_SYS,
    CARD_NO,
    RTE_NO,
    STOP_CD,
    TAP_TS,
    cast(TAP_TS as date) as TAP_DT,
    FARE_EUR,
    case
        when isodow(TAP_TS) <= 5
            and (
                strftime(TAP_TS, '%H:%M') between '07:00' and '09:29'
                or strftime(TAP_TS, '%H:%M') between '16:00' and '18:29'
            )
            then 'Y'
        else 'N'
    end as PEAK_YN,
    case when TAP_TS <= previous_ts + interval 60 minute then 'Y' else 'N' end as TRANSFER_YN
from kept
