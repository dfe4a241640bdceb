select
    invoice_id,
    case
        when amount >= 7
            then 'large'
        else 'small'
    end as size_class, -- agreed with finance
    due_on,
    case
        when paid_on is null then 'open'
        when paid_on > due_on then 'late'
        else 'in time'
    end as payment_state
from invoice
where amount > 0
