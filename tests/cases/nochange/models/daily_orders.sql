with paid as (

    select
        o.id as order_id,
        o.customer_id,
        o.ordered_at,
        o.amount,
        coalesce(o.discount, 0) as discount,
        o.channel
    from orders o
    where o.status = 'PAID' and o.amount > 10

),

per_day as (

    select
        date_trunc('month', paid.ordered_at) as month,
        paid.channel,
        count(*) as orders,
        sum(paid.amount - paid.discount) as net,
        max(paid.amount) as largest
    from paid
    group by 1, 2
    having count(*) >= 2

)

select
    month,
    channel,
    orders,
    net,
    case when net > 500 then 'high' when net > 100 then 'middle' else 'low' end as band,
    largest
from per_day
