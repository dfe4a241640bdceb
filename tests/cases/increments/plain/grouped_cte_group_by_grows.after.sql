with totals as (

    select
        customer_id,
        sum(amount) as total,
        count(*) as orders,
        customer_name
    from order_line
    group by 1, 4

)

select
    customer_id,
    orders,
    total,
    customer_name
from totals
