with invoices as (

    select *
    from {{ ref('stg_quickbooks__invoice') }}
),

invoice_lines as (

    select *
    from {{ ref('stg_quickbooks__invoice_line') }}
),

bills as (

    select *
    from {{ ref('stg_quickbooks__bill') }}
),

bill_lines as (

    select *
    from {{ ref('stg_quickbooks__bill_line') }}
),

accounts as (

    select *
    from {{ ref('stg_quickbooks__account') }}
),

customers as (

    select *
    from {{ ref('stg_quickbooks__customer') }}
),

vendors as (

    select *
    from {{ ref('stg_quickbooks__vendor') }}
),

unioned as (

    select
        invoices.invoice_id as transaction_id,
        'invoice' as transaction_type,
        invoice_lines.line_index,
        invoices.doc_number,
        invoices.transaction_date,
        invoices.due_date,
        invoice_lines.account_id,
        invoices.customer_id,
        cast(null as {{ dbt.type_string() }}) as vendor_id,
        invoice_lines.description,
        invoice_lines.amount
    from invoice_lines
    inner join invoices
        on invoice_lines.invoice_id = invoices.invoice_id

    union all

    select
        bills.bill_id as transaction_id,
        'bill' as transaction_type,
        bill_lines.line_index,
        bills.doc_number,
        bills.transaction_date,
        bills.due_date,
        bill_lines.account_id,
        cast(null as {{ dbt.type_string() }}) as customer_id,
        bills.vendor_id,
        bill_lines.description,
        bill_lines.amount
    from bill_lines
    inner join bills
        on bill_lines.bill_id = bills.bill_id
),

final as (

    select
        unioned.transaction_id,
        unioned.transaction_type,
        unioned.line_index,
        unioned.doc_number,
        unioned.transaction_date,
        unioned.due_date,
        unioned.account_id,
        accounts.name as account_name,
        accounts.account_type,
        unioned.customer_id,
        customers.fully_qualified_name as customer_name,
        unioned.vendor_id,
        vendors.display_name as vendor_name,
        unioned.description,
        unioned.amount
    from unioned
    left join accounts
        on unioned.account_id = accounts.account_id
    left join customers
        on unioned.customer_id = customers.customer_id
    left join vendors
        on unioned.vendor_id = vendors.vendor_id
)

select *
from final
