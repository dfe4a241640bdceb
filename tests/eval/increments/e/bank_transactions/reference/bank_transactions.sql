select l.line_item_id, t.bank_transaction_id, t.transaction_date, t.transaction_type, t.status, t.reference,
  t.is_reconciled, t.currency_code, b.account_name as bank_account_name, t.contact_id, c.contact_name, l.account_code,
  a.account_name, a.account_type, a.account_class, k.tracking_category_name, l.line_description, l.quantity,
  l.unit_amount, coalesce(l.tax_amount, 0) as tax_amount, l.line_amount,
  l.line_amount + coalesce(l.tax_amount, 0) as gross_amount,
  case when t.transaction_type like 'SPEND%' then -l.line_amount else l.line_amount end as signed_amount,
  sum(case when t.transaction_type like 'SPEND%' then -l.line_amount else l.line_amount end) over (
    partition by t.bank_account_id order by t.transaction_date, l.line_item_id
  ) as running_balance
from stg_xero__bank_transaction_line_item l
join stg_xero__bank_transaction t on t.bank_transaction_id = l.bank_transaction_id
left join stg_xero__account a on a.account_code = l.account_code
left join stg_xero__account b on b.account_id = t.bank_account_id
left join stg_xero__contact c on c.contact_id = t.contact_id
left join stg_xero__tracking_category k on k.tracking_category_id = l.tracking_category_id
where t.status = 'AUTHORISED'
