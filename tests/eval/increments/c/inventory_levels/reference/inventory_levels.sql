select l.inventory_item_id, l.location_id, o.location_name, i.sku, v.variant_id, v.title as variant_title,
  p.title as product_title, l.available,
  coalesce((select sum(s.quantity) from stg_shopify__order_line s where s.variant_id = v.variant_id), 0) as units_sold,
  l.available * coalesce(i.unit_cost, 0) as stock_value,
  p.product_type,
  coalesce(l.available <= 0, false) as is_out_of_stock
from stg_shopify__inventory_level l
left join stg_shopify__inventory_item i on i.inventory_item_id = l.inventory_item_id
left join stg_shopify__location o on o.location_id = l.location_id
left join stg_shopify__variant v on v.inventory_item_id = l.inventory_item_id
left join stg_shopify__product p on p.product_id = v.product_id
where o.is_active is distinct from false
