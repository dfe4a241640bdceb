WITH u AS (
  SELECT txn_id, line_index, txn_date, vendor_id, customer_id, account_id, posting_side, home_amount, txn_source FROM bill_journal
  UNION ALL
  SELECT txn_id, line_index, txn_date, vendor_id, NULL, account_id, posting_side, home_amount, txn_source FROM bill_payment_journal
  UNION ALL
  SELECT h.id::VARCHAR, l.line_index, h.transaction_date, l.vendor_id::VARCHAR, l.customer_id::VARCHAR, l.account_id::VARCHAR,
         lower(l.posting_type), round(l.amount * coalesce(h.exchange_rate, 1), 2)::DECIMAL(14,2), 'journal entry'
  FROM qb_journal_entry h
  JOIN qb_journal_entry_line l ON l.journal_entry_id = h.id
  WHERE coalesce(h.is_deleted, false) = false AND l.amount IS NOT NULL
), s AS (
  SELECT u.*, a.account_number, a.account_name, a.classification, a.statement,
         CASE WHEN u.posting_side = a.normal_side THEN u.home_amount ELSE -u.home_amount END AS signed
  FROM u LEFT JOIN account_master a ON a.account_id = u.account_id
)
SELECT md5(txn_source || '|' || txn_id || '|' || line_index::VARCHAR || '|' || posting_side)::VARCHAR AS gl_id,
       txn_id::VARCHAR AS txn_id,
       line_index::INTEGER AS line_index,
       txn_date::DATE AS txn_date,
       vendor_id::VARCHAR AS vendor_id,
       customer_id::VARCHAR AS customer_id,
       account_id::VARCHAR AS account_id,
       account_number::VARCHAR AS account_number,
       account_name::VARCHAR AS account_name,
       classification::VARCHAR AS classification,
       statement::VARCHAR AS statement,
       posting_side::VARCHAR AS posting_side,
       txn_source::VARCHAR AS txn_source,
       home_amount::DECIMAL(14,2) AS home_amount,
       signed::DECIMAL(14,2) AS signed_amount,
       (sum(signed) OVER (PARTITION BY account_id ORDER BY txn_date, txn_source, txn_id, line_index, posting_side ROWS UNBOUNDED PRECEDING))::DECIMAL(14,2) AS running_balance
FROM s
