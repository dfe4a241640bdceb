with sales as (
    select
        sale_id,
        amount,
        shop_id,
        clerk_id
    from sale
)

select
    sales.* exclude (shop_id, clerk_id),
    amount > 5 as is_large,
    shop.city,
    clerk.name as clerk_name
from sales
left join shop on sales.shop_id = shop.shop_id
left join clerk on sales.clerk_id = clerk.clerk_id
