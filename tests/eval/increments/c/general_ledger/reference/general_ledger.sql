with b as (
  select journal_id as transaction_id, line_number, posted_on as transaction_date, account_id, posting_type,
    'journal' as transaction_source, amount, memo
  from stg_quickbooks__journal_line
  union all
  select invoice_id, line_number, invoice_date, income_account_id, 'credit', 'invoice', amount, private_note
  from stg_quickbooks__invoice_line where is_voided = false
), s as (
  select b.*, a.account_name, a.classification, a.account_number,
    case when a.classification in ('Asset', 'Expense') and b.posting_type = 'debit' then b.amount
         when a.classification not in ('Asset', 'Expense') and b.posting_type = 'credit' then b.amount
         else -b.amount end as signed_amount
  from b left join stg_quickbooks__account a using (account_id)
)
select transaction_id, line_number, transaction_date, account_id, account_name, classification, posting_type,
  transaction_source, amount, signed_amount,
  sum(signed_amount) over (partition by account_id order by transaction_date, transaction_id, line_number
    rows unbounded preceding) as running_balance,
  memo, account_number,
  row_number() over (partition by account_id order by transaction_date, transaction_id, line_number) as entry_number
from s
