with unioned as (

    select
        order_id,
        total,
        'online' as channel,
        coupon
    from shop_order

    union all

    select
        order_id,
        total,
        'store' as channel,
        cast(null as varchar) as coupon
    from store_order

)

select
    order_id,
    channel,
    total,
    coupon
from unioned
