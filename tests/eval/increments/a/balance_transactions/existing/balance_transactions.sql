with balance_transaction as (

    select *
    from {{ ref('stg_balance_transaction') }}

), charge as (

    select *
    from {{ ref('stg_charge') }}

), refund as (

    select *
    from {{ ref('stg_refund') }}

), customer as (

    select *
    from {{ ref('stg_customer') }}

)

select
    balance_transaction.balance_transaction_id,
    balance_transaction.created_at,
    balance_transaction.available_on,
    balance_transaction.currency,
    balance_transaction.amount,
    balance_transaction.fee,
    balance_transaction.net,
    balance_transaction.type,
    case
        when balance_transaction.type in ('charge', 'payment') then 'charge'
        when balance_transaction.type in ('refund', 'payment_refund') then 'refund'
        else 'other'
    end as reporting_category,
    case
        when balance_transaction.type in ('charge', 'payment') then charge.amount
        when balance_transaction.type in ('refund', 'payment_refund') then refund.amount
    end as customer_facing_amount,
    charge.charge_id,
    charge.receipt_email,
    customer.customer_id,
    customer.email as customer_email,
    customer.description as customer_description
from balance_transaction

left join charge
    on charge.balance_transaction_id = balance_transaction.balance_transaction_id
left join customer
    on charge.customer_id = customer.customer_id
left join refund
    on refund.balance_transaction_id = balance_transaction.balance_transaction_id
