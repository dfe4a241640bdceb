select
    invoice_id,
    case
        when amount >= 7
            then 'large'
        else 'small'
    end as size_class, -- agreed with finance
    due_on
from invoice
where amount > 0
