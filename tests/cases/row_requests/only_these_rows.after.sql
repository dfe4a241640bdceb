select
    p.payment_id
    , p.amount
    , p.state
    , payers.payer_name
    , upper(p.currency) as currency
from {{ ref('stg_payments') }} as p
left join {{ ref('stg_payers') }} as payers
    on payers.payer_id = p.payer_id
where p.state = 'SETTLED'
