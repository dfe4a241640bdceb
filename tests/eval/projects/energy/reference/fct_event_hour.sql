with coded as (
    select date_trunc('hour', EVT_TS) as event_hour, EVT_CD, DUR_S
    from LND_EVENT
    where EVT_CD is not null
),

dominant as (
    select event_hour, EVT_CD
    from coded
    group by event_hour, EVT_CD
    qualify row_number() over (partition by event_hour order by count(*) desc, EVT_CD) = 1
),

hours as (
    select
        event_hour,
        count(*) as events,
        coalesce(sum(DUR_S) filter (where EVT_CD = 30), 0) as outage_s
    from coded
    group by event_hour
)

select
    cast(h.event_hour as timestamp) as event_hour,
    cast(h.events as integer) as events,
    d.EVT_CD as dominant_code,
    case d.EVT_CD
        when 10 then 'voltage dip'
        when 20 then 'communication lost'
        when 30 then 'outage'
        when 40 then 'tamper alarm'
        else 'code ' || d.EVT_CD
    end as dominant_text,
    cast(round(h.outage_s / 60, 1) as decimal(10, 1)) as outage_min
from hours as h
inner join dominant as d on h.event_hour = d.event_hour
