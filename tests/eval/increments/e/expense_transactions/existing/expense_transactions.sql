--Everything that was spent, one row a line
with bill_lines as (

    select
        bills.bill_id as transaction_id,
        bill_lines.line_index as transaction_line_id,
        bills.doc_number,
        'bill' as transaction_type,
        bills.transaction_date,
        bill_lines.account_id,
        bill_lines.class_id,
        bills.department_id,
        bill_lines.customer_id,
        bills.vendor_id,
        bill_lines.billable_status,
        bill_lines.description,
        bills.currency_id,
        bills.exchange_rate,
        bill_lines.amount
    from {{ ref('stg_quickbooks__bill_line') }} as bill_lines
    inner join {{ ref('stg_quickbooks__bill') }} as bills
        on bill_lines.bill_id = bills.bill_id

), purchase_lines as (

    select
        purchases.purchase_id as transaction_id,
        purchase_lines.line_index as transaction_line_id,
        purchases.doc_number,
        'purchase' as transaction_type,
        purchases.transaction_date,
        purchase_lines.account_id,
        purchase_lines.class_id,
        purchases.department_id,
        purchase_lines.customer_id,
        purchases.vendor_id,
        purchase_lines.billable_status,
        purchase_lines.description,
        purchases.currency_id,
        purchases.exchange_rate,
        case when coalesce(purchases.is_credit, false) then -1 * purchase_lines.amount
            else purchase_lines.amount end as amount
    from {{ ref('stg_quickbooks__purchase_line') }} as purchase_lines
    inner join {{ ref('stg_quickbooks__purchase') }} as purchases
        on purchase_lines.purchase_id = purchases.purchase_id

), unioned as (

    select * from bill_lines
    union all
    select * from purchase_lines

), accounts as (

    select *
    from {{ ref('stg_quickbooks__account') }}

), departments as (

    select *
    from {{ ref('stg_quickbooks__department') }}

), vendors as (

    select *
    from {{ ref('stg_quickbooks__vendor') }}

), customers as (

    select *
    from {{ ref('stg_quickbooks__customer') }}

), final as (

    select
        unioned.transaction_id,
        unioned.transaction_line_id,
        unioned.doc_number,
        unioned.transaction_type,
        unioned.transaction_date,
        unioned.account_id,
        accounts.account_name,
        accounts.account_type,
        unioned.class_id,
        unioned.department_id,
        departments.department_name,
        unioned.customer_id,
        customers.customer_name,
        unioned.vendor_id,
        vendors.vendor_name,
        unioned.billable_status,
        unioned.description,
        unioned.currency_id,
        unioned.amount
    from unioned
    left join accounts
        on unioned.account_id = accounts.account_id
    left join departments
        on unioned.department_id = departments.department_id
    left join customers
        on unioned.customer_id = customers.customer_id
    left join vendors
        on unioned.vendor_id = vendors.vendor_id

)

select *
from final
