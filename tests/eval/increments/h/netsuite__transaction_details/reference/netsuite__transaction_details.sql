with l as (
 select l.*, t.transaction_number, t.transaction_type, t.transaction_date, t.memo as header_memo, coalesce(l.entity_id, t.entity_id) as party
 from stg_netsuite2__transaction_lines l, stg_netsuite2__transactions t
 where t.transaction_id = l.transaction_id and l.is_posting and t.is_voided is not true
)
select l.transaction_id, l.transaction_line_id, l.transaction_number, l.transaction_type, l.transaction_date,
 a.name as account_name, a.account_type,
 case when l.account_id is null then null
  when a.account_type in ('Income', 'OthIncome') then 'Revenue' when a.account_type = 'COGS' then 'Cost of Sales'
  when a.account_type in ('Expense', 'OthExpense') then 'Operating Expense' else 'Balance Sheet' end as account_category,
 c.company_name as customer_name, v.company_name as vendor_name,
 coalesce(c.company_name, v.company_name, 'Unassigned') as party_name,
 coalesce(l.memo, l.header_memo) as memo,
 case when a.account_type in ('Income', 'OthIncome') then -l.net_amount else l.net_amount end as transaction_amount,
 count(*) over (partition by l.transaction_id) as lines_on_transaction
from l
left join stg_netsuite2__accounts a on a.account_id = l.account_id
left join stg_netsuite2__customers c on c.customer_id = l.party
left join stg_netsuite2__vendors v on v.vendor_id = l.party
