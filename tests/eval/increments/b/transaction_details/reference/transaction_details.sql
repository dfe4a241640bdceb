select l.transaction_line_id, trim(l.memo) as transaction_memo, l.is_main_line, t.transaction_id, t.transaction_type, t.transaction_date, t.transaction_number,
  a.account_name, a.account_type, e.company_name, d.name as department_name,
  case when lower(a.account_type) in ('income', 'other income') then -l.amount else l.amount end as transaction_amount,
  a.account_number, upper(e.country) as entity_country, s.name as subsidiary_name, s.currency as subsidiary_currency,
  coalesce(l.net_amount, 0) * coalesce(l.exchange_rate, 1) as converted_net_amount,
  case when t.due_date < t.transaction_date then true else false end as is_due_before_posting
from stg_transaction_line l
left join stg_transaction t on t.transaction_id = l.transaction_id
left join stg_account a on a.account_id = l.account_id
left join stg_entity e on e.entity_id = t.entity_id
left join stg_department d on d.department_id = l.department_id
left join stg_subsidiary s on s.subsidiary_id = l.subsidiary_id
