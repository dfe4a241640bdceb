with items as (select * from {{ ref('order_items') }}),

enriched as (
    select
        items.item_id,
        items.order_id,
        items.quantity
    from items
)

select enriched.* from enriched
