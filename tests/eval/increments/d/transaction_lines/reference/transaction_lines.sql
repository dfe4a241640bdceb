select t.transaction_id, l.transaction_line_id, t.transaction_number, t.transaction_type, t.transaction_date,
  t.status as transaction_status, l.memo, t.is_posting, l.is_main_line, p.name as accounting_period_name,
  p.is_closed as is_accounting_period_closed, a.account_number, a.name as account_name, a.account_type,
  s.name as subsidiary_name, d.name as department_name, coalesce(v.company_name, v.alt_name) as vendor_name, l.amount,
  case when a.account_type in ('Income', 'Other Income') then -l.amount else l.amount end as reporting_amount
from stg_netsuite__transaction_line l
join stg_netsuite__transaction t on t.transaction_id = l.transaction_id
left join stg_netsuite__accounting_period p on p.accounting_period_id = t.accounting_period_id
left join stg_netsuite__account a on a.account_id = l.account_id
left join stg_netsuite__subsidiary s on s.subsidiary_id = l.subsidiary_id
left join stg_netsuite__department d on d.department_id = l.department_id
left join stg_netsuite__vendor v on v.vendor_id = t.entity_id
where t.is_voided = false
