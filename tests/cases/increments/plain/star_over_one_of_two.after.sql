with sales as (
    select sale_id, customer_id, amount, currency from sale
),
customers as (
    select * from customer
),
joined as (
    select
        sales.*,
        customers.name as customer_name
    from sales
    left join customers
        on sales.customer_id = customers.customer_id
)
select * from joined
