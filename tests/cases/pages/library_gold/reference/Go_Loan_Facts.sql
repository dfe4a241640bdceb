select 'LF_' || l.loan_id as loan_key, l.loan_id, coalesce(l.member_id, -1) as member_id, upper(trim(l.branch_code)) as branch_code, l.loaned_at,
date_trunc('month', l.loaned_at) as loan_month, date_diff('day', l.loaned_at, l.returned_at) as days_out,
case when returned_at is not null then 'Returned' when due_on < date '2024-06-30' then 'Overdue' else 'Out' end as loan_status,
coalesce(r.n, 0) as renewal_count, f.s as fine_total, trim(coalesce(m.full_name,'Unknown')) as member_name, 'EUR' as currency_code, source_system
from si_loans l left join (select loan_id, count(distinct renewal_id) n from si_renewals group by 1) r using (loan_id)
left join (select loan_id, sum(amount) s from si_fines where paid='N' group by 1) f using (loan_id)
left join si_members m on m.member_id = l.member_id
