with invoices as (
    select * from {{ ref('stg_invoices') }}
),

customers as (
    select * from {{ ref('stg_customers') }}
),

final as (
    select
        invoices.invoice_id,
        invoices.issued_on,
        invoices.total,
        customers.customer_name
    from invoices
    inner join customers
        on invoices.customer_id = customers.customer_id
    where not invoices.is_draft
)

select * from final
