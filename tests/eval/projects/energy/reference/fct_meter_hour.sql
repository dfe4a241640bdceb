with weather as (
    select upper(REG_CD) as region_cd, date_trunc('hour', OBS_TS) as obs_hour, avg(TEMP_F) as temp_f
    from LND_WEATHER
    group by upper(REG_CD), date_trunc('hour', OBS_TS)
)

select
    r.mp_id,
    cast(strftime(r.read_hour, '%Y%m%d') as integer) as date_key,
    cast(extract(hour from r.read_hour) as integer) as hour_key,
    m.region_cd,
    m.feeder,
    m.meter_type,
    r.state_kwh,
    r.usage_kwh,
    r.gap_hours,
    r.quality,
    c.tariff_cd,
    t.CT_KWH as price_ct,
    cast(round(coalesce(r.usage_kwh, 0) * t.CT_KWH / 100, 2) as decimal(12, 2)) as cost_eur,
    cast(round((w.temp_f - 32) * 5 / 9, 1) as decimal(5, 1)) as temp_c,
    cast(
        sum(coalesce(r.usage_kwh, 0)) over (
            partition by r.mp_id, cast(r.read_hour as date) order by r.read_hour
        ) as decimal(14, 3)
    ) as day_running_kwh
from stg_reading as r
inner join stg_meter_point as m on r.mp_id = m.mp_id
left join stg_contract as c
    on r.mp_id = c.mp_id and cast(r.read_hour as date) between c.valid_from and c.valid_to
left join LND_TARIFF as t
    on
        c.tariff_cd = t.TARIFF_CD
        and cast(r.read_hour as date) >= t.VALID_FROM
        and (t.VALID_TO is null or cast(r.read_hour as date) < t.VALID_TO)
left join weather as w on m.region_cd = w.region_cd and r.read_hour = w.obs_hour
where not exists (
    select 1
    from LND_EVENT as e
    where e.EVT_CD = 30 and e.MP_ID = r.mp_id and date_trunc('hour', e.EVT_TS) = r.read_hour
)
