with customers as (
    select
        customer_id,
        name,
        segment
    from {{ ref('customer') }}
),

sales as (
    select order_id, customer_id as buyer, amount, ordered_on from {{ ref('orders') }}
),

big_sales as (
    select s.* from sales as s where s.amount > 100
)

select
    s.order_id,
    s.amount,
    c.name,
    c.segment as customer_segment,
    s.ordered_on
from big_sales as s
left join customers as c
    on c.customer_id = s.buyer
