with payments as (
    select p.invoice_id, p.method, sum(p.amount) as paid
    from payment p
    group by p.invoice_id, p.method
)
select payments.invoice_id, payments.method, payments.paid
from payments
