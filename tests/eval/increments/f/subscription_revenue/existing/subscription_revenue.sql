with line_items as (

    select *
    from {{ ref('stg_recurly__line_item') }}
    where state != 'voided'

), invoices as (

    select
        invoice_id,
        invoice_number,
        account_id,
        created_at as invoice_created_at
    from {{ ref('stg_recurly__invoice') }}

), accounts as (

    select *
    from {{ ref('stg_recurly__account') }}

), enriched as (

    select
        line_items.line_item_id,
        line_items.invoice_id,
        invoices.invoice_number,
        invoices.invoice_created_at,
        invoices.account_id,
        accounts.account_email,
        line_items.plan_id,
        line_items.currency,
        line_items.amount,
        line_items.discount,
        line_items.tax,
        line_items.amount - line_items.discount as net_amount,
        case
            when line_items.origin = 'plan' then 'subscription'
            when line_items.origin = 'add_on' then 'add-on'
            else 'other'
        end as line_type,
        line_items.legacy_code

    from line_items
    left join invoices
        on line_items.invoice_id = invoices.invoice_id
    left join accounts
        on invoices.account_id = accounts.account_id

)

select *
from enriched
