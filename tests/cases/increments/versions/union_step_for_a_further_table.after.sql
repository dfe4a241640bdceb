select sale_id, amount from old_sale

union all

select
    sale_id,
    amount
from new_sale
