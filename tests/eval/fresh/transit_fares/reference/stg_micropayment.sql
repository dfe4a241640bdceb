select
    micropayment_ref as micropayment_id,
    aggregation_ref as aggregation_id,
    agency_ref as agency_id,
    customer_ref as customer_id,
    vault_ref as vault_id,
    txn_ts as transaction_at,
    try_cast(charge_amt as decimal(10,2)) as charge_amount,
    try_cast(nominal_amt as decimal(10,2)) as nominal_amount,
    upper(mp_type) as payment_type,
    charge_type
from raw_micropay
qualify row_number() over (partition by micropayment_ref order by export_ts desc, txn_ts desc) = 1
