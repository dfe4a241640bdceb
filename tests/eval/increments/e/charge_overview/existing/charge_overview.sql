{{ config(
    materialized='table',
    tags=['stripe', 'payments']
) }}

with charges as (

    select
        id as charge_id,
        created as created_at,
        status,
        upper(currency) as currency,
        amount / 100.0 as amount,
        coalesce(captured, false) as is_captured,
        paid as is_paid,
        failure_code,
        description,
        receipt_email,
        customer_id,
        card_id,
        balance_transaction_id
    from {{ source('stripe', 'charge') }}
    {% if var('stripe__using_livemode_only', true) %}
    where livemode
    {% endif %}

),

balance_transactions as (

    select
        id as balance_transaction_id,
        fee,
        available_on,
        type as balance_transaction_type
    from {{ source('stripe', 'balance_transaction') }}

),

customers as (

    select
        id as customer_id,
        name as customer_name,
        email as customer_email
    from {{ source('stripe', 'customer') }}

),

-- a charge can be refunded in several parts
refunds as (

    select
        charge_id,
        count(*) as number_of_refunds,
        sum(amount) / 100.0 as refunded_amount
    from {{ source('stripe', 'refund') }}
    group by charge_id

),

final as (

    select
        charges.charge_id,
        charges.created_at,
        charges.status,
        charges.currency,
        charges.amount,
        charges.is_captured,
        charges.is_paid,
        charges.failure_code,
        charges.description,
        charges.customer_id,
        customers.customer_name,
        coalesce(customers.customer_email, charges.receipt_email) as customer_email,
        charges.balance_transaction_id,
        balance_transactions.balance_transaction_type,
        balance_transactions.available_on,
        balance_transactions.fee,
        coalesce(refunds.number_of_refunds, 0) as number_of_refunds,
        coalesce(refunds.refunded_amount, 0) as refunded_amount
    from charges
    left join customers
        on charges.customer_id = customers.customer_id
    left join balance_transactions
        on charges.balance_transaction_id = balance_transactions.balance_transaction_id
    left join refunds
        on charges.charge_id = refunds.charge_id

)

select * from final
