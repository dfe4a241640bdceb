select
    bill_id,
    {{ cents('amount') }} as euro
from {{ ref('bill') }}
