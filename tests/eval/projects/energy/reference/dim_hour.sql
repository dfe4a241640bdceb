select
    cast(h.hour as integer) as hour_key,
    lpad(cast(h.hour as varchar), 2, '0') || ':00' as hour_label,
    case when h.hour % 12 = 0 then 12 else h.hour % 12 end || case when h.hour < 12 then ' AM' else ' PM' end as hour_12,
    case
        when h.hour <= 5 then 'Night'
        when h.hour <= 11 then 'Morning'
        when h.hour <= 17 then 'Afternoon'
        else 'Evening'
    end as time_band,
    cast(count(r.read_hour) as integer) as reading_count
from range(24) as h(hour)
left join stg_reading as r on h.hour = extract(hour from r.read_hour)
group by h.hour
