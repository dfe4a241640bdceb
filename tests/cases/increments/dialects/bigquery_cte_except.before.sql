with orders as (

    select * except (secret) from `sales.raw_orders`

),

agg as (

    select
        customer_id,
        countif(status = 'X') as cancelled,
        sum(amount) as total
    from orders
    group by 1

)

select
    customer_id,
    cancelled,
    safe_divide(total, cancelled) as per_cancelled
from agg
