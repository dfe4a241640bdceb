with sales as (
    select
        sale_id,
        amount,
        shop_id
    from {{ ref('sale') }}
),

final as (
    select
        sales.* exclude (shop_id),
        amount > 5 as is_large,
        shop.city
    from sales
    left join {{ ref('shop') }} as shop on sales.shop_id = shop.shop_id
)

select * from final
