with bills as (

    select *
    from {{ ref('stg_bills') }}

), line_totals as (

    select
        bill_id,
        sum(amount) as amount,
        count(*) as line_count
    from {{ ref('stg_bill_lines') }}
    group by 1

), final as (

    select
        bills.bill_id,
        bills.billed_on,
        line_totals.amount,
        line_totals.line_count
    from bills
    left join line_totals
        on line_totals.bill_id = bills.bill_id

)

select * from final
