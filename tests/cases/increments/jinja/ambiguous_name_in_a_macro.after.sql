select
    bill.bill_id,
    {{ cents('bill.amount') }} as euro,
    r.label
from {{ ref('bill') }}
left join {{ ref('refund') }} as r on r.bill_id = bill.bill_id
