with parts as (
  select h.invoice_id as id, 'invoice' as kind, l.line_index, h.doc_number, h.transaction_date, h.due_date, l.account_id,
    h.customer_id, null::varchar as vendor_id, l.class_id, l.description, l.amount
  from stg_quickbooks__invoice h, stg_quickbooks__invoice_line l where l.invoice_id = h.invoice_id
  union all
  select h.bill_id, 'bill', l.line_index, h.doc_number, h.transaction_date, h.due_date, l.account_id,
    null, h.vendor_id, l.class_id, l.description, l.amount
  from stg_quickbooks__bill h, stg_quickbooks__bill_line l where l.bill_id = h.bill_id
  union all
  select h.credit_memo_id, 'credit memo', l.line_index, h.doc_number, h.transaction_date, null, l.account_id,
    h.customer_id, null, l.class_id, l.description, -l.amount
  from stg_quickbooks__credit_memo h, stg_quickbooks__credit_memo_line l where l.credit_memo_id = h.credit_memo_id
)
select p.id as transaction_id, p.kind as transaction_type, p.line_index, p.doc_number, p.transaction_date, p.due_date,
  p.account_id, a.name as account_name, a.account_type, p.customer_id, c.fully_qualified_name as customer_name,
  p.vendor_id, v.display_name as vendor_name, p.class_id, p.description, p.amount
from parts p
left join stg_quickbooks__account a on a.account_id = p.account_id
left join stg_quickbooks__customer c on c.customer_id = p.customer_id
left join stg_quickbooks__vendor v on v.vendor_id = p.vendor_id
