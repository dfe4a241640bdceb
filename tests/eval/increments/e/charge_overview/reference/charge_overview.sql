select c.id as charge_id, c.created as created_at, c.status, upper(c.currency) as currency, c.amount / 100.0 as amount,
  coalesce(c.captured, false) as is_captured, c.paid as is_paid, c.failure_code, c.description, c.customer_id,
  u.name as customer_name, coalesce(u.email, c.receipt_email) as customer_email,
  k.brand as card_brand,
  cast(k.exp_year as varchar) || '-' || lpad(cast(k.exp_month as varchar), 2, '0') as card_expires,
  c.balance_transaction_id, b.type as balance_transaction_type, b.available_on, b.fee / 100.0 as fee,
  (select count(*) from refund r where r.charge_id = c.id and r.status = 'succeeded') as number_of_refunds,
  coalesce((select sum(r.amount) from refund r where r.charge_id = c.id and r.status = 'succeeded'), 0) / 100.0
    as refunded_amount
from charge c
left join customer u on u.id = c.customer_id
left join card k on k.id = c.card_id
left join balance_transaction b on b.id = c.balance_transaction_id
where c.livemode
