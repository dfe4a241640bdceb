with src as (
    select * from raw.orders
),
final as (
    select
        order_id
        , zeroifnull(amount) as amount
        , to_varchar(placed_on, 'YYYY-MM') as month
    from src
)
select * from final
