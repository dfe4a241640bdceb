with days as (
    select cast(unnest(generate_series(min(TAP_DT), max(TAP_DT), interval 1 day)) as date) as DAY_DT
    from FCT_TAP
),

tapped as (
    select
        TAP_DT,
        RTE_NO,
        count(*) as TAP_CNT,
        count(distinct CARD_NO) as CARD_CNT,
        sum(FARE_EUR) as REV_EUR
    from FCT_TAP
    group by TAP_DT, RTE_NO
)

select
    d.DAY_DT,
    r.RTE_NO,
    r.RTE_NM,
    case r.MODE_CD when 'B' then 'Bus' when 'R' then 'Rail' when 'T' then 'Tram' else 'Other' end as MODE_NM,
    case isodow(d.DAY_DT) when 6 then 'Saturday' when 7 then 'Sunday' else 'Weekday' end as DAY_TYP,
    coalesce(t.TAP_CNT, 0) as TAP_CNT,
    coalesce(t.CARD_CNT, 0) as CARD_CNT,
    coalesce(t.REV_EUR, 0) as REV_EUR,
    sum(coalesce(t.TAP_CNT, 0)) over (partition by r.RTE_NO order by d.DAY_DT) as TAP_CNT_CUM
from days as d
inner join ROUTE as r on r.START_DT <= d.DAY_DT and (r.END_DT is null or r.END_DT >= d.DAY_DT)
left join tapped as t on t.TAP_DT = d.DAY_DT and t.RTE_NO = r.RTE_NO
