CREATE TABLE si_loans (loan_id INTEGER, member_id INTEGER, branch_code VARCHAR, loaned_at TIMESTAMP, due_on DATE, returned_at TIMESTAMP, source_system VARCHAR);
CREATE TABLE si_renewals (renewal_id INTEGER, loan_id INTEGER, renewed_on DATE);
CREATE TABLE si_fines (fine_id INTEGER, loan_id INTEGER, amount DECIMAL(8,2), paid VARCHAR);
CREATE TABLE si_members (member_id INTEGER, full_name VARCHAR, email VARCHAR);
