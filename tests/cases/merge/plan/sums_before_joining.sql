select
    o.order_id as order_id,
    coalesce(payments.paid, 0) as paid,
    coalesce(payments.payment_count, 0) as payment_count,
    i.qty_total as qty,
    invoice.billed as billed
from orders as o
left join (
    select
        payments.order_id as order_id,
        sum(payments.amount) as paid,
        count(payments.payment_id) as payment_count
    from payments
    group by payments.order_id
) as payments
    on payments.order_id = o.order_id
left join (
    select
        i.order_id as order_id,
        sum(i.qty) as qty_total
    from items as i
    group by i.order_id
) as i
    on i.order_id = o.order_id
left join (
    select
        contract.order_id as order_id,
        sum(invoice.amt) as billed
    from invoice
    inner join contract on invoice.contr_no = contract.contract_no
    group by contract.order_id
) as invoice
    on invoice.order_id = o.order_id
