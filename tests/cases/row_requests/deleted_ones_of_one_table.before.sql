with bills as (

    select *
    from {{ ref('stg_bills') }}

), lines as (

    select *
    from {{ ref('stg_bill_lines') }}

), line_totals as (

    select
        bill_id,
        sum(amount) as amount,
        count(*) as line_count
    from lines
    group by 1

), clients as (

    select *
    from {{ ref('stg_clients') }}

), final as (

    select
        bills.bill_id,
        bills.billed_on,
        clients.client_name,
        line_totals.amount,
        line_totals.line_count
    from bills
    left join line_totals
        on line_totals.bill_id = bills.bill_id
    left join clients
        on clients.client_id = bills.client_id

)

select * from final
