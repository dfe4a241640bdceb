with source as (

    select * from {{ source('stripe', 'payments') }}

),

renamed as (

    select
        id as payment_id,
        order_id,
        payment_method,
        -- cents
        amount_cents as amount
    from source

)

select * from renamed
