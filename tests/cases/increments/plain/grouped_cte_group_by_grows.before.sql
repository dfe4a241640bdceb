with totals as (

    select
        customer_id,
        sum(amount) as total,
        count(*) as orders
    from order_line
    group by 1

)

select
    customer_id,
    orders,
    total
from totals
