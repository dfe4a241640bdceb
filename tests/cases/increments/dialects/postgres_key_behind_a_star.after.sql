with sales as (
    select sale_id, amount::numeric as amount, shop_id
    from shop_raw.sale
)

select
    sales.sale_id,
    sales.amount,
    amount > 5 as is_large,
    shop.city
from sales
left join shop_raw.shop on sales.shop_id = shop.shop_id
