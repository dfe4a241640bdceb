with transaction_lines as (

    select *
    from {{ ref('stg_netsuite__transaction_line') }}
),

transactions as (

    select *
    from {{ ref('stg_netsuite__transaction') }}
),

accounting_periods as (

    select *
    from {{ ref('stg_netsuite__accounting_period') }}
),

accounts as (

    select *
    from {{ ref('stg_netsuite__account') }}
),

subsidiaries as (

    select *
    from {{ ref('stg_netsuite__subsidiary') }}
),

departments as (

    select *
    from {{ ref('stg_netsuite__department') }}
),

transaction_details as (

    select
        transactions.transaction_id,
        transaction_lines.transaction_line_id,
        transactions.transaction_number,
        transactions.transaction_type,
        transactions.transaction_date,
        transactions.status as transaction_status,
        transaction_lines.memo,
        transactions.is_posting,
        transaction_lines.is_main_line,
        accounting_periods.name as accounting_period_name,
        accounting_periods.is_closed as is_accounting_period_closed,
        accounts.account_number,
        accounts.name as account_name,
        accounts.account_type,
        subsidiaries.name as subsidiary_name,
        departments.name as department_name,
        transaction_lines.amount

        {% if var('netsuite__using_classes', False) %}
        , transaction_lines.class_id
        {% endif %}

    from transaction_lines
    join transactions
        on transactions.transaction_id = transaction_lines.transaction_id
    left join accounting_periods
        on accounting_periods.accounting_period_id = transactions.accounting_period_id
    left join accounts
        on accounts.account_id = transaction_lines.account_id
    left join subsidiaries
        on subsidiaries.subsidiary_id = transaction_lines.subsidiary_id
    left join departments
        on departments.department_id = transaction_lines.department_id
)

select *
from transaction_details
