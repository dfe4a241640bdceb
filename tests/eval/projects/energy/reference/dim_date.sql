with days as (
    select cast(unnest(generate_series(
        date_trunc('day', min(read_hour)), date_trunc('day', max(read_hour)), interval 1 day
    )) as date) as d
    from stg_reading
)

select
    cast(strftime(d, '%Y%m%d') as integer) as date_key,
    d as full_date,
    strftime(d, '%G-W%V') as iso_week,
    'Q' || quarter(d) || '/' || year(d) as quarter_label,
    last_day(d) as month_end,
    case when isodow(d) >= 6 then 'Y' else 'N' end as is_weekend,
    'FY' || (year(d) + case when month(d) >= 10 then 1 else 0 end) as fiscal_year
from days
