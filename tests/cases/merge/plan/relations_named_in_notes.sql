select
    o.order_id as order_id,
    pay.total as paid,
    pay.pieces as pieces,
    ls.code as status
from orders as o
left join (
    select
        payments.order_id as order_id,
        sum(payments.amount) as total,
        count(*) as pieces
    from payments
    group by payments.order_id
) as pay
    on o.order_id = pay.order_id
left join (
    select *
    from status
    qualify row_number() over (partition by status.contract_no order by status.changed_on desc nulls last) = 1
) as ls
    on o.contract_no = ls.contract_no
