with sales as (
    select
        sale_id,
        amount,
        shop_id
    from sale
),

final as (
    select
        sales.* exclude (shop_id),
        amount > 5 as is_large,
        shop.city
    from sales
    left join shop on sales.shop_id = shop.shop_id
)

select * from final
