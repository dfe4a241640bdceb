with online as (

    select
        order_no as sale_id,
        ordered_on as sold_on,
        total as amount,
        'online' as channel
    from {{ ref('stg_web_orders') }}

), store as (

    select
        receipt_no as sale_id,
        sold_on,
        amount,
        'store' as channel
    from {{ ref('stg_receipts') }}
    where not is_training

    union all

    select
        call_no as sale_id,
        called_on as sold_on,
        value as amount,
        'phone' as channel
    from {{ ref('stg_phone_sales') }} as stg_phone_sales
    where is_confirmed = true

), all_sales as (

    select * from online
    union all
    select * from store

)

select * from all_sales
