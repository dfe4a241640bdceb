with sales as (
    select
        sale_id,
        amount
    from {{ ref('sale') }}
),

final as (
    select
        *,
        amount > 5 as is_large
    from sales
)

select * from final
