with source as (
    select * from {{ source('erp', 'deliveries') }}
    where status in ('packed', 'shipped', 'returned')
),

renamed as (
    select
        delivery_no as delivery_id,
        status as delivery_status,
        cast(shipped_on as date) as shipped_on,
        weight_kg,
        carrier_code as carrier
    from source
)

select * from renamed
