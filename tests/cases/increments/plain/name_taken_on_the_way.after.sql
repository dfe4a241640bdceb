with joined as (
    select
        i.invoice_id,
        i.status,
        c.status as c_status
    from invoice i
    left join customer c on c.customer_id = i.customer_id
),
final as (
    select
        invoice_id,
        status as invoice_status,
        c_status as customer_status
    from joined
)
select * from final
