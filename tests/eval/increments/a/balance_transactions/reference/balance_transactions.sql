select b.balance_transaction_id, b.created_at, b.available_on, upper(b.currency) as currency, b.amount, b.fee, b.net, b.type,
    case when b.type in ('charge', 'payment') then 'charge'
        when b.type in ('refund', 'payment_refund') then 'refund'
        when b.type = 'payout' then 'payout'
        else 'other' end as reporting_category,
    case when b.type in ('charge', 'payment') then c.amount
        when b.type in ('refund', 'payment_refund') then r.amount end as customer_facing_amount,
    c.charge_id, coalesce(c.receipt_email, cu.email) as receipt_email, cu.customer_id, cu.email as customer_email,
    cu.description as customer_description,
    r.reason as refund_reason,
    i.number as invoice_number,
    c.statement_descriptor as charge_statement_descriptor,
    case when b.connected_account_id is not null then true else false end as is_connected_account
from stg_balance_transaction b
left join stg_charge c on c.balance_transaction_id = b.balance_transaction_id
left join stg_customer cu on c.customer_id = cu.customer_id
left join stg_refund r on r.balance_transaction_id = b.balance_transaction_id
left join stg_invoice i on c.invoice_id = i.invoice_id
