with bills as (

    select
        'bill' as transaction_type,
        bill_id as transaction_id,
        doc_number,
        department_id,
        vendor_id as party_id,
        total_amount,
        balance,
        due_date,
        transaction_date
    from {{ ref('stg_quickbooks__bill') }}

),

invoices as (

    select
        'invoice' as transaction_type,
        invoice_id as transaction_id,
        doc_number,
        department_id,
        customer_id as party_id,
        total_amount,
        balance,
        due_date,
        transaction_date
    from {{ ref('stg_quickbooks__invoice') }}

),

{% if var('using_vendor_credit', True) %}
vendor_credits as (

    select
        'vendor_credit' as transaction_type,
        vendor_credit_id as transaction_id,
        doc_number,
        department_id,
        vendor_id as party_id,
        -1 * total_amount as total_amount,
        -1 * balance as balance,
        cast(null as date) as due_date,
        transaction_date
    from {{ ref('stg_quickbooks__vendor_credit') }}

),
{% endif %}

ap_ar_union as (

    select *
    from bills

    union all

    select *
    from invoices

    {% if var('using_vendor_credit', True) %}
    union all

    select *
    from vendor_credits
    {% endif %}

),

final as (

    select
        ap_ar_union.transaction_type,
        ap_ar_union.transaction_id,
        ap_ar_union.doc_number,
        departments.fully_qualified_name as department_name,
        ap_ar_union.party_id,
        ap_ar_union.total_amount,
        ap_ar_union.balance,
        ap_ar_union.total_amount - ap_ar_union.balance as amount_paid,
        ap_ar_union.due_date,
        ap_ar_union.transaction_date,
        case when ap_ar_union.balance != 0 and ap_ar_union.due_date < date '2025-06-30'
            then true
            else false
        end as is_overdue
    from ap_ar_union
    left join {{ ref('stg_quickbooks__department') }} as departments
        on ap_ar_union.department_id = departments.department_id

)

select *
from final
