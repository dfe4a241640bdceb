{{ config(enabled=var('quickbooks__ledger_enabled', True)) }}

with journal as (

    select
        journal_id as transaction_id,
        line_number,
        posted_on as transaction_date,
        account_id,
        posting_type,
        'journal' as transaction_source,
        amount
    from {{ ref('stg_quickbooks__journal_line') }}

), invoice as (

    select
        invoice_id as transaction_id,
        line_number,
        invoice_date as transaction_date,
        income_account_id as account_id,
        'credit' as posting_type,
        'invoice' as transaction_source,
        amount
    from {{ ref('stg_quickbooks__invoice_line') }}
    where not is_voided

), accounts as (

    select *
    from {{ ref('stg_quickbooks__account') }}

), bookings as (

    select *
    from journal

    union all

    select *
    from invoice

), adjusted as (

    select
        bookings.transaction_id,
        bookings.line_number,
        bookings.transaction_date,
        bookings.account_id,
        accounts.account_name,
        accounts.classification,
        bookings.posting_type,
        bookings.transaction_source,
        bookings.amount,
        case
            when accounts.classification in ('Asset', 'Expense') and bookings.posting_type = 'debit' then bookings.amount
            when accounts.classification not in ('Asset', 'Expense') and bookings.posting_type = 'credit' then bookings.amount
            else bookings.amount * -1
        end as signed_amount
    from bookings
    left join accounts
        on accounts.account_id = bookings.account_id

), final as (

    select
        transaction_id,
        line_number,
        transaction_date,
        account_id,
        account_name,
        classification,
        posting_type,
        transaction_source,
        amount,
        signed_amount,
        sum(signed_amount) over (
            partition by account_id
            order by transaction_date, transaction_id, line_number
            rows between unbounded preceding and current row
        ) as running_balance
    from adjusted

)

select *
from final
