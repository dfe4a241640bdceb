select
    country,
    sum(amount) as amount -- gross
from order_row
group by 1
order by 1
