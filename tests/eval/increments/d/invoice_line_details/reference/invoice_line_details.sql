select md5(coalesce(l.invoice_id, '_dbt_utils_surrogate_key_null_') || '-' || l.invoice_line_item_id) as invoice_line_key,
  l.invoice_line_item_id, l.invoice_id, i.number as invoice_number, i.status as invoice_status,
  i.created_at as invoice_created_at, i.is_paid, l.description as line_item_description, l.type as line_item_type,
  l.amount as line_item_amount, l.quantity, upper(l.currency) as currency, l.period_start, l.period_end,
  l.proration as is_proration, i.customer_id, c.customer_name, c.email as customer_email, s.subscription_id,
  s.status as subscription_status, case when l.quantity <> 0 then l.amount / l.quantity end as unit_amount,
  p.nickname as price_nickname, d.name as product_name, d.is_active as is_product_active
from stg_stripe__invoice_line_item l
left join stg_stripe__invoice i on i.invoice_id = l.invoice_id
left join stg_stripe__customer c on c.customer_id = i.customer_id
left join stg_stripe__subscription s on s.subscription_id = l.subscription_id
left join stg_stripe__price p on p.price_id = l.price_id
left join stg_stripe__product d on d.product_id = p.product_id
