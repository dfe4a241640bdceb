select
    months.month as month,
    numbers.number as hour_no
from (
    select
        cast(unnest(generate_series(date_trunc('month', min(months.ordered_on)), date_trunc('month', max(months.ordered_on)), interval 1 month)) as date) as month
    from orders as months
) as months
cross join (select unnest(generate_series(0, 23)) as number) as numbers
