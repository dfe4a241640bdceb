{{ config(enabled=var('netsuite_data_model', 'netsuite2') == 'netsuite2') }}

with transactions as (
    select *
    from {{ ref('stg_netsuite2__transactions') }}
),

transaction_lines as (
    select *
    from {{ ref('stg_netsuite2__transaction_lines') }}
),

accounts as (
    select *
    from {{ ref('stg_netsuite2__accounts') }}
),

customers as (
    select *
    from {{ ref('stg_netsuite2__customers') }}
),

transaction_details as (
    select
        transaction_lines.transaction_id,
        transaction_lines.transaction_line_id,
        transactions.transaction_number,
        transactions.transaction_type,
        transactions.transaction_date,
        accounts.name as account_name,
        accounts.account_type,
        customers.company_name as customer_name,
        transaction_lines.memo,
        transaction_lines.net_amount as transaction_amount

    from transaction_lines

    join transactions
        on transactions.transaction_id = transaction_lines.transaction_id

    left join accounts
        on accounts.account_id = transaction_lines.account_id

    -- the line's own entity wins over the one on the header
    left join customers
        on customers.customer_id = coalesce(transaction_lines.entity_id, transactions.entity_id)
)

select *
from transaction_details
