with items as (select * from {{ ref('order_items') }}),

products as (select * from {{ ref('products') }}),

categories as (select * from {{ ref('categories') }}),

enriched as (
    select
        items.item_id,
        items.order_id,
        items.quantity,
        categories.category_name,
        items.quantity * items.unit_price as line_total
    from items
    left join products on products.product_id = items.product_id
    left join categories on categories.category_id = products.category_id
)

select enriched.* from enriched
