with payments as (
    select p.invoice_id, p.method, sum(p.amount) as paid, p.currency
    from payment p
    group by p.invoice_id, p.method, p.currency
)
select payments.invoice_id, payments.method, payments.paid, payments.currency
from payments
