with supplies as (
    select
        product_id,
        sum(supply_cost) as supply_cost
    from stg_supplies
    group by product_id
)

select
    i.id as order_item_id,
    i.order_id,
    i.sku as product_id,
    o.ordered_at,
    p.product_name,
    p.product_price,
    p.is_food_item,
    p.is_drink_item,
    coalesce(s.supply_cost, 0) as supply_cost
from raw_items as i
inner join raw_orders as o on o.id = i.order_id
left join stg_products as p on p.product_id = i.sku
left join supplies as s on s.product_id = i.sku
