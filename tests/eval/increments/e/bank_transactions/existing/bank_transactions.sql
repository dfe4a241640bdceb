{% set using_tracking = var('xero__using_tracking', true) %}

with transactions as (

    select * from {{ ref('stg_xero__bank_transaction') }}

), lines as (

    select
        bank_transaction_id,
        line_item_id,
        account_code,
        line_description,
        quantity,
        unit_amount,
        tax_amount,
        line_amount,
        tracking_category_id
    from {{ ref('stg_xero__bank_transaction_line_item') }}

), accounts as (

    select
        account_id,
        account_code,
        account_name,
        account_type,
        account_class
    from {{ ref('stg_xero__account') }}

), contacts as (

    select
        contact_id,
        contact_name
    from {{ ref('stg_xero__contact') }}

{% if using_tracking %}
), tracking as (

    select
        tracking_category_id,
        tracking_category_name
    from {{ ref('stg_xero__tracking_category') }}
{% endif %}

), joined as (

    select
        lines.line_item_id,
        transactions.bank_transaction_id,
        transactions.transaction_date,
        transactions.transaction_type, -- SPEND, RECEIVE and their variants
        transactions.status,
        transactions.reference,
        transactions.is_reconciled,
        transactions.currency_code,
        bank_account.account_name as bank_account_name,
        transactions.contact_id,
        contacts.contact_name,
        lines.account_code,
        accounts.account_name,
        accounts.account_type,
        accounts.account_class as class,
        {% if using_tracking %}
        tracking.tracking_category_name,
        {% endif %}
        lines.line_description,
        lines.quantity,
        lines.unit_amount,
        lines.tax_amount,
        lines.line_amount,
        transactions.url
    from lines
    join transactions
        on transactions.bank_transaction_id = lines.bank_transaction_id
    left join accounts
        on accounts.account_code = lines.account_code
    left join accounts as bank_account
        on bank_account.account_id = transactions.bank_account_id
    join contacts
        on contacts.contact_id = transactions.contact_id
    {% if using_tracking %}
    left join tracking
        on tracking.tracking_category_id = lines.tracking_category_id
    {% endif %}

), final as (

    select *
    from joined

)

select * from final
