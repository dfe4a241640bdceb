with sales as (

    select
        sale_id as entry_id,
        'sale' as entry_type,
        sold_on as entry_date,
        amount
    from {{ ref('stg_sales') }}

), refunds as (

    select
        refund_id as entry_id,
        'refund' as entry_type,
        refunded_on as entry_date,
        -amount as amount
    from {{ ref('stg_refunds') }}

), entries as (

    select * from sales
    union all
    select * from refunds

    union all

    select
        chargeback_id as entry_id,
        'chargeback' as entry_type,
        booked_on as entry_date,
        -amount as amount
    from {{ ref('stg_chargebacks') }}

), final as (

    select
        entry_id,
        entry_type,
        entry_date,
        amount,
        sum(amount) over (order by entry_date, entry_id rows unbounded preceding) as running_amount
    from entries

)

select * from final
