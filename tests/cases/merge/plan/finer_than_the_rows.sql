select
    orders.month as month,
    any_value(coalesce(payments.paid, 0)) as paid
from orders
left join (
    select
        payments.order_no as order_no,
        sum(payments.amount) as paid
    from payments
    group by payments.order_no
) as payments
    on payments.order_no = orders.order_no
group by
    orders.month
