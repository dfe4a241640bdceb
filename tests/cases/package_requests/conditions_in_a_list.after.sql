{{ config(enabled=var('data_model', 'erp2') == 'erp2') }}

with transactions as (
    select *
    from {{ var('erp2_transactions') }}
),

transaction_lines as (
    select *
    from {{ var('erp2_transaction_lines') }}
),

accounts as (
    select *
    from {{ ref('int_erp2__accounts') }}
),

{% if var('erp2__using_vendor', true) %}
vendors as (
    select *
    from {{ var('erp2_vendors') }}
),
{% endif %}

transaction_details as (
    select

    {% if var('erp2__multibook', false) %}
        transaction_lines.book_id,
    {% endif %}

        transaction_lines.line_id,
        transactions.transaction_id,
        transactions.memo as transaction_memo, -- free text
        transaction_lines.memo as line_memo,
        transactions.posted_on,
        lower(accounts.type_id) in ('income', 'othincome') as is_income_account

        --The below script allows for accounts table pass through columns.
        {{ fivetran_utils.persist_pass_through_columns('accounts_pass_through_columns', identifier='accounts') }}
        ,
        accounts.name as account_name,
        {% if var('erp2__using_vendor', true) %}
        vendors.company as vendor_name,
        {% endif %}
        -1 * transaction_lines.amount as transaction_amount,
        accounts.account_number,
        case when lower(accounts.type_id) in ('expense', 'othexpense') then true else false end as is_expense_account,
        vendors.category as vendor_category,
        transactions.tran_number as transaction_number

    from transaction_lines
    join transactions
        on transactions.transaction_id = transaction_lines.transaction_id
    left join accounts
        on accounts.account_id = transaction_lines.account_id
    {% if var('erp2__using_vendor', true) %}
    left join vendors
        on vendors.vendor_id = transactions.entity_id
    {% endif %}
    where not transactions.is_voided
)

select *
from transaction_details
