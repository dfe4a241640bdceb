with days as (
    select
        region_cd,
        date_key,
        count(distinct mp_id) as meters,
        sum(usage_kwh) as usage_kwh,
        coalesce(sum(usage_kwh) filter (where hour_key between 8 and 19), 0) as peak_kwh
    from fct_meter_hour
    where usage_kwh is not null and region_cd is not null
    group by region_cd, date_key
    having count(*) >= 2
)

select
    region_cd,
    date_key,
    cast(meters as integer) as meters,
    cast(usage_kwh as decimal(14, 3)) as usage_kwh,
    cast(round(peak_kwh / nullif(usage_kwh, 0) * 100, 1) as decimal(5, 1)) as peak_share_pct,
    cast(
        round(usage_kwh / nullif(sum(usage_kwh) over (partition by date_key), 0) * 100, 2) as decimal(6, 2)
    ) as region_share_pct,
    cast(rank() over (partition by date_key order by usage_kwh) as integer) as rank_in_day,
    cast(lag(usage_kwh) over (partition by region_cd order by date_key) as decimal(14, 3)) as prev_usage_kwh
from days
