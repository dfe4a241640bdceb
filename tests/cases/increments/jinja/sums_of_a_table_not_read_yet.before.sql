with orders as (

    select *
    from {{ ref('shop_order') }}

), numbered as (

    select
        *,
        row_number() over (partition by customer_id order by placed_on, order_id) as seq
    from orders

)

select *
from numbered
