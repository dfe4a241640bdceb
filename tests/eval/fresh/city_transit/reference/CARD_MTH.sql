with monthly as (
    select
        cast(date_trunc('month', TAP_DT) as date) as MTH,
        CARD_NO,
        count(*) filter (where SRC_SYS = 'BUS') as BUS_TAPS,
        count(*) filter (where SRC_SYS = 'RAIL') as RAIL_TAPS,
        count(*) filter (where TRANSFER_YN = 'Y') as TRANSFERS,
        sum(FARE_EUR) as FARE_EUR,
        arg_max(STOP_CD, TAP_TS) as last_stop
    from FCT_TAP
    group by 1, 2
)

select
    m.MTH,
    m.CARD_NO,
    case when c.CARD_NO is null then 'Not registered' else c.HOLDER_GRP end as HOLDER_GRP,
    m.BUS_TAPS,
    m.RAIL_TAPS,
    m.TRANSFERS,
    m.FARE_EUR,
    coalesce(s.STOP_NM, 'UNKNOWN STOP') as LAST_STOP_NM,
    case
        when m.BUS_TAPS > m.RAIL_TAPS then 'Bus'
        when m.BUS_TAPS < m.RAIL_TAPS then 'Rail'
        else 'Both'
    end as MAIN_MODE,
    lag(m.FARE_EUR) over (partition by m.CARD_NO order by m.MTH) as FARE_PREV
from monthly as m
left join DIM_CARD as c on c.CARD_NO = m.CARD_NO
left join DIM_STOP as s on s.STOP_CD = m.last_stop
