with order_lines as (

    select *
    from {{ var('shop_order_line') }}

), product_variants as (

    select *
    from {{ var('shop_product_variant') }}

{% if fivetran_utils.enabled_vars(vars=["shop_using_refund", "shop__using_order_line_refund"]) %}
), refunds as (

    select *
    from {{ ref('shop__orders__order_refunds') }}

), refunds_aggregated as (

    select
        order_line_id,
        source_relation,
        sum(quantity) as quantity,
        sum(coalesce(subtotal, 0)) as subtotal,
        sum(subtotal) as refunded_subtotal,
        count(distinct restock_type) as restock_types
    from refunds
    group by 1,2
{% endif %}

), joined as (

    select
        order_lines.*,

        {% if fivetran_utils.enabled_vars(vars=["shop_using_refund", "shop__using_order_line_refund"]) %}
        coalesce(refunds_aggregated.quantity,0) as refunded_quantity,
        order_lines.quantity - coalesce(refunds_aggregated.quantity,0) as quantity_net_refunds,
        {% endif %}

        product_variants.title as variant_title,
        product_variants.price as variant_price,
        product_variants.sku as variant_sku,
        coalesce(product_variants.is_taxable, false) as variant_is_taxable,
        coalesce(refunds_aggregated.refunded_subtotal, 0) as refunded_subtotal,
        coalesce(refunds_aggregated.restock_types, 0) as restock_types

    from order_lines

    {% if fivetran_utils.enabled_vars(vars=["shop_using_refund", "shop__using_order_line_refund"]) %}
    left join refunds_aggregated
        on refunds_aggregated.order_line_id = order_lines.order_line_id
        and refunds_aggregated.source_relation = order_lines.source_relation
    {% endif %}
    left join product_variants
        on product_variants.variant_id = order_lines.variant_id
        and product_variants.source_relation = order_lines.source_relation

)

select *
from joined
