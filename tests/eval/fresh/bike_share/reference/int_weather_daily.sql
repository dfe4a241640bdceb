select
    cast(observed_at as date) as weather_date,
    round((avg(temp_f) - 32) * 5 / 9, 1) as avg_temp_c,
    sum(coalesce(rain_mm, 0)) as total_rain_mm,
    count(*) as observations,
    sum(coalesce(rain_mm, 0)) >= 1 as is_wet
from raw_weather
where observed_at is not null
group by cast(observed_at as date)
