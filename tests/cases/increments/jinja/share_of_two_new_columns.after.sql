{% set payment_methods = ['coupon', 'bank_transfer'] %}

with order_payments as (

    select
        order_id,

        {% for payment_method in payment_methods -%}
        sum(case when payment_method = '{{ payment_method }}' then amount else 0 end) as {{ payment_method }}_amount,
        {% endfor -%}

        sum(amount) as total_amount,
        sum(case when payment_method = 'gift_card' then amount end) as gift_card_amount,
        count(payment_id) as payment_count

    from {{ ref('payments') }}

    group by order_id

)

select
    orders.order_id,
    orders.customer_id,
    {% for payment_method in payment_methods -%}
    order_payments.{{ payment_method }}_amount,
    {% endfor -%}
    order_payments.total_amount as amount,
    coalesce(order_payments.gift_card_amount, 0) as gift_card_amount,
    coalesce(order_payments.payment_count, 0) as payment_count,
    100 * coalesce(order_payments.gift_card_amount, 0) / nullif(order_payments.total_amount, 0) as gift_card_share
from {{ ref('orders') }} as orders
left join order_payments
    on orders.order_id = order_payments.order_id
