with src as (
    select * from raw.orders
),
final as (
    select
        order_id
        , coalesce(amount, 0) * 2 as amount
        , to_varchar(placed_on, 'YYYY-MM') as month
        , trim(note) as note
    from src
)
select * from final
