select
    invoice.invoice_id as invoice_id,
    coalesce(cash_movement.paid, 0) as paid,
    reminder.fees as fees,
    dispute.disputed as disputed,
    coalesce(visit.visits, 0) as visits
from invoice
left join (
    select
        cash_movement.invoice_id as invoice_id,
        sum(cash_movement.amount) as paid
    from cash_movement
    group by cash_movement.invoice_id
) as cash_movement
    on cash_movement.invoice_id = invoice.invoice_id
left join (
    select
        reminder.invoice_id as invoice_id,
        sum(reminder.fee) as fees
    from reminder
    group by reminder.invoice_id
) as reminder
    on reminder.invoice_id = invoice.invoice_id
left join (
    select
        dispute.inv_no as inv_no,
        sum(dispute.amount) as disputed
    from dispute
    group by dispute.inv_no
) as dispute
    on dispute.inv_no = invoice.invoice_id
left join (
    select
        visit.invoice_id as invoice_id,
        count(visit.visit_no) as visits
    from visit
    group by visit.invoice_id
) as visit
    on visit.invoice_id = invoice.invoice_id
