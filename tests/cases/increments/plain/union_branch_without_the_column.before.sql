with unioned as (

    select
        order_id,
        total,
        'online' as channel
    from shop_order

    union all

    select
        order_id,
        total,
        'store' as channel
    from store_order

)

select
    order_id,
    channel,
    total
from unioned
