select l.order_line_id, l.order_id, o.order_number, o.created_timestamp as order_created_timestamp, o.financial_status,
  o.currency, l.product_id, p.title as product_title, p.product_type, p.vendor as product_vendor, l.variant_id,
  v.title as variant_title, v.sku as variant_sku, l.quantity, l.price, l.total_discount,
  coalesce((select sum(r.quantity) from stg_shopify__refund_line r where r.order_line_id = l.order_line_id), 0)
    as refunded_quantity,
  l.price * l.quantity - coalesce(l.total_discount, 0) as net_amount, l.is_gift_card,
  l.is_requiring_shipping as is_shipping_required,
  (select count(*) from stg_shopify__order_line x where x.order_id = l.order_id) as order_line_count
from stg_shopify__order_line l
left join stg_shopify__order o on o.order_id = l.order_id
left join stg_shopify__product p on p.product_id = l.product_id
left join stg_shopify__product_variant v on v.variant_id = l.variant_id
