with source as (

    select * from {{ source('stripe', 'payments') }}

),

renamed as (

    select
        id as payment_id,
        order_id,
        payment_method,
        -- cents
        amount_cents / 100 as amount,
        coalesce(_deleted, false) as is_deleted,
        case when lower(payment_method) = 'card' then 'card' else 'other' end as method_group,
        cast(strptime(created, '%Y-%m-%d') as date) as created_on
    from source

)

select * from renamed
