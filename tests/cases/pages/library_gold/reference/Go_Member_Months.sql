select member_id, date_trunc('month', loaned_at) as loan_month, count(*) as loan_count, max(loaned_at) as last_loan_at from si_loans group by 1,2
