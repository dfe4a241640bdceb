{% set payment_methods = ['coupon', 'bank_transfer'] %}

with order_payments as (

    select
        order_id,

        {% for payment_method in payment_methods -%}
        sum(case when payment_method = '{{ payment_method }}' then amount else 0 end) as {{ payment_method }}_amount,
        {% endfor -%}

        sum(amount) as total_amount

    from {{ ref('payments') }}

    group by order_id

)

select
    orders.order_id,
    orders.customer_id,
    {% for payment_method in payment_methods -%}
    order_payments.{{ payment_method }}_amount,
    {% endfor -%}
    order_payments.total_amount as amount
from {{ ref('orders') }} as orders
left join order_payments
    on orders.order_id = order_payments.order_id
