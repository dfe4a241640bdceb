with order_lines as (

    select *
    from {{ ref('stg_shopify__order_line') }}

), orders as (

    select *
    from {{ ref('stg_shopify__order') }}

), products as (

    select *
    from {{ ref('stg_shopify__product') }}

), product_variants as (

    select *
    from {{ ref('stg_shopify__product_variant') }}

), joined as (

    select
        order_lines.order_line_id,
        order_lines.order_id,
        orders.order_number,
        orders.created_timestamp as order_created_timestamp,
        orders.financial_status,
        orders.currency,
        order_lines.product_id,
        products.title as product_title,
        products.product_type,
        order_lines.variant_id,
        product_variants.title as variant_title,
        product_variants.sku as variant_sku,
        order_lines.quantity,
        order_lines.price,
        order_lines.total_discount,
        order_lines.price * order_lines.quantity as net_amount,
        order_lines.is_gift_card,
        order_lines.is_requiring_shipping,
        order_lines.fulfillment_service,
        count(*) over (partition by order_lines.order_id) as order_line_count

    from order_lines
    left join orders
        on orders.order_id = order_lines.order_id
    left join products
        on products.product_id = order_lines.product_id
    left join product_variants
        on product_variants.variant_id = order_lines.variant_id

)

select *
from joined
