with sales as (
    select
        sale_id,
        amount
    from sale
)

select * from sales
where amount > 1
