with base as (

    select *
    from shopify_order

),

fields as (

    select
        id,
        name,
        created_at,
        total_price,
        customer_id,
        _fivetran_deleted
    from base

),

final as (

    select
        id as order_id,
        name as order_name,
        cast(created_at as timestamp) as created_timestamp,
        total_price,
        customer_id

    from fields
    where not coalesce(_fivetran_deleted, false)
)

select *
from final
