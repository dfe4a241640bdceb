with u as (
  select h.bill_id as transaction_id, l.line_index as transaction_line_id, h.doc_number, 'bill' as transaction_type,
    h.transaction_date, l.account_id, l.class_id, h.department_id, l.customer_id, h.vendor_id, l.billable_status,
    l.description, h.currency_id, h.exchange_rate, l.amount
  from stg_quickbooks__bill_line l join stg_quickbooks__bill h on h.bill_id = l.bill_id
  union all
  select h.purchase_id, l.line_index, h.doc_number, 'purchase', h.transaction_date, l.account_id, l.class_id,
    h.department_id, l.customer_id, h.vendor_id, l.billable_status, l.description, h.currency_id, h.exchange_rate,
    case when h.is_credit then -l.amount else l.amount end
  from stg_quickbooks__purchase_line l join stg_quickbooks__purchase h on h.purchase_id = l.purchase_id
  union all
  select h.vendor_credit_id, l.line_index, h.doc_number, 'vendor credit', h.transaction_date, l.account_id, l.class_id,
    h.department_id, l.customer_id, h.vendor_id, l.billable_status, l.description, h.currency_id, h.exchange_rate,
    -l.amount
  from stg_quickbooks__vendor_credit_line l
  join stg_quickbooks__vendor_credit h on h.vendor_credit_id = l.vendor_credit_id
)
select u.transaction_id, u.transaction_line_id, u.doc_number, u.transaction_type, u.transaction_date, u.account_id,
  a.account_name, a.account_type, u.class_id, k.class_name, u.department_id, d.department_name, u.customer_id,
  c.customer_name, u.vendor_id, v.vendor_name, u.billable_status,
  coalesce(u.billable_status in ('Billable', 'HasBeenBilled'), false) as is_billable,
  u.description, u.currency_id, u.amount, u.amount * coalesce(u.exchange_rate, 1) as converted_amount
from u
left join stg_quickbooks__account a on a.account_id = u.account_id
left join stg_quickbooks__class k on k.class_id = u.class_id
left join stg_quickbooks__department d on d.department_id = u.department_id
left join stg_quickbooks__customer c on c.customer_id = u.customer_id
left join stg_quickbooks__vendor v on v.vendor_id = u.vendor_id
