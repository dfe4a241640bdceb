select
    country,
    sum(amount) as amount, -- gross
    city,
    max(amount) as biggest,
    channel
from order_row
group by 1, 3, 5
order by 1
