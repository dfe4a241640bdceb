with sales as (
    select
        sale_id,
        amount
    from sale
)

select
    sales.*,
    amount > 5 as is_large
from sales
