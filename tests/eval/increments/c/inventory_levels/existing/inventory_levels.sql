with inventory_level as (

    select *
    from {{ ref('stg_shopify__inventory_level') }}
),

inventory_item as (

    select *
    from {{ ref('stg_shopify__inventory_item') }}
),

location as (

    select *
    from {{ ref('stg_shopify__location') }}
),

variant as (

    select *
    from {{ ref('stg_shopify__variant') }}
),

product as (

    select *
    from {{ ref('stg_shopify__product') }}
),

catalogue as (

    select
        variant.variant_id,
        variant.inventory_item_id,
        variant.title as variant_title,
        product.title as product_title,
        product.vendor
    from variant
    left join product
        on variant.product_id = product.product_id
),

joined as (

    select
        inventory_level.inventory_item_id,
        inventory_level.location_id,
        location.location_name,
        inventory_item.sku,
        catalogue.variant_id,
        catalogue.variant_title,
        catalogue.product_title,
        catalogue.vendor,
        inventory_level.available,
        inventory_item.unit_cost
    from inventory_level
    left join inventory_item
        on inventory_level.inventory_item_id = inventory_item.inventory_item_id
    left join location
        on inventory_level.location_id = location.location_id
    left join catalogue
        on inventory_level.inventory_item_id = catalogue.inventory_item_id
),

sales as (

    select
        variant_id,
        sum(quantity) as units_sold
    from {{ ref('stg_shopify__order_line') }}
    group by 1
),

final as (

    select
        joined.inventory_item_id,
        joined.location_id,
        joined.location_name,
        joined.sku,
        joined.variant_id,
        joined.variant_title,
        joined.product_title,
        joined.vendor,
        joined.available,
        coalesce(sales.units_sold, 0) as units_sold,
        joined.available * joined.unit_cost as stock_value
    from joined
    left join sales
        on joined.variant_id = sales.variant_id
)

select *
from final
