with source as (

    select
        id,
        amount,
        currency,
        created,
        failure_code
    from stripe_charge

), renamed as (

    select
        id as charge_id,
        amount / 100.0 as amount,   -- cents
        upper(currency) as currency,
        created as created_at,
        failure_code
    from source

), final as (

    select
        charge_id,
        amount,
        currency,
        created_at,
        failure_code
    from renamed

)

select * from final
