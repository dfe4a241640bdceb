select
    sku as product_id,
    trim(name) as product_name,
    lower(type) as product_type,
    description as product_description,
    cast(price / 100.0 as decimal(16, 2)) as product_price,
    coalesce(lower(type) = 'food', false) as is_food_item,
    coalesce(lower(type) = 'beverage', false) as is_drink_item
from raw_products
where not starts_with(sku, 'TEST')
