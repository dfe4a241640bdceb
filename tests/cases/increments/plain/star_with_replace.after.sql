with cents as (
    select * replace (price / 100 as price) from product
)
select product_id, price, colour from cents
