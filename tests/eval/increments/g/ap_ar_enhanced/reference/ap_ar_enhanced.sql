with u as (
 select 'bill' as transaction_type, bill_id as transaction_id, doc_number, department_id, vendor_id as party_id, currency_id,
  coalesce(exchange_rate, 1) as exchange_rate, total_amount, balance, due_date, transaction_date from stg_quickbooks__bill
 union all
 select 'invoice', invoice_id, doc_number, department_id, customer_id, currency_id, coalesce(exchange_rate, 1), total_amount, balance, due_date,
  transaction_date from stg_quickbooks__invoice
 union all
 select 'vendor_credit', vendor_credit_id, doc_number, department_id, vendor_id, currency_id, coalesce(exchange_rate, 1), -total_amount, -balance,
  null, transaction_date from stg_quickbooks__vendor_credit
)
select u.transaction_type, u.transaction_id, u.doc_number, d.fully_qualified_name as department_name, u.party_id, u.currency_id as currency_code,
 u.exchange_rate, u.total_amount, u.total_amount * u.exchange_rate as total_converted_amount, u.balance, u.total_amount - u.balance as amount_paid,
 u.due_date, u.transaction_date, coalesce(u.balance != 0 and u.due_date < date '2025-06-30', false) as is_overdue
from u left join stg_quickbooks__department d on d.department_id = u.department_id
