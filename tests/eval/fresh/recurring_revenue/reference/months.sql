select
    cast(m as date) as month_start,
    last_day(m) as month_end,
    strftime(m, '%Y-%m') as month_label,
    year(m) || '-Q' || quarter(m) as quarter_label,
    day(last_day(m)) as days_in_month
from generate_series(timestamp '2023-01-01', timestamp '2024-12-01', interval 1 month) as g(m)
