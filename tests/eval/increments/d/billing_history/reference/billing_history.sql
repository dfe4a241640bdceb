select o.order_id, o.external_order_id, o.customer_id, o.email, o.order_created_at, o.order_scheduled_at,
  o.order_processed_at, o.order_status, o.order_type, case when o.is_prepaid then true else false end as is_prepaid,
  o.order_total_price,
  coalesce((select sum(l.quantity) from stg_recharge__order_line_item l where l.order_id = o.order_id), 0)
    as order_item_quantity,
  coalesce((select round(sum(l.quantity * l.price), 2) from stg_recharge__order_line_item l
    where l.order_id = o.order_id), 0) as order_line_item_total,
  o.charge_id, c.charge_status, c.charge_type, c.currency,
  coalesce(c.total_discounts, 0) as total_discounts, coalesce(c.total_refunds, 0) as total_refunds,
  o.order_total_price - coalesce(c.total_refunds, 0) as order_net_total
from stg_recharge__order o
left join stg_recharge__charge c on c.charge_id = o.charge_id
where o._fivetran_deleted is distinct from true
