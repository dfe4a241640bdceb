with sales as (
    select sale_id, amount::numeric as amount
    from shop_raw.sale
)

select
    *,
    amount > 5 as is_large
from sales
