with sales as (
    select
        sale_id,
        amount,
        shop.city
    from sale
    left join shop on sale.shop_id = shop.shop_id
)

select * from sales
where amount > 1
