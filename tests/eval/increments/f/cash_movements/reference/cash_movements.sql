with u as (
 select p.payment_id as transaction_id, 'payment' as transaction_type, pl.line_no, p.paid_on as transaction_date, p.customer_id as party_id,
  p.deposit_account_id as account_id, pl.amount, p.memo
 from stg_qb__payment p join stg_qb__payment_line pl on pl.payment_id = p.payment_id where p.is_voided is distinct from true
 union all
 select e.expense_id, 'expense', el.line_no, e.spent_on, e.vendor_id, e.account_id, -el.amount, e.memo
 from stg_qb__expense e join stg_qb__expense_line el on el.expense_id = e.expense_id where e.is_voided is distinct from true
 union all
 select r.refund_id, 'refund', rl.line_no, r.refunded_on, r.customer_id, r.deposit_account_id, -rl.amount, r.memo
 from stg_qb__refund r join stg_qb__refund_line rl on rl.refund_id = r.refund_id where r.is_voided is distinct from true
)
select u.*, a.name as account_name from u left join stg_qb__account a on a.account_id = u.account_id
