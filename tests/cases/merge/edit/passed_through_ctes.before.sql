with customers as (
    select
        customer_id,
        name
    from {{ ref('customer') }}
),

sales as (
    select order_id, customer_id as buyer, amount from {{ ref('orders') }}
),

big_sales as (
    select s.* from sales as s where s.amount > 100
)

select
    s.order_id,
    s.amount,
    c.name
from big_sales as s
left join customers as c
    on c.customer_id = s.buyer
