WITH j AS (
  SELECT b.id, l.line_index, b.transaction_date, b.vendor_id,
         coalesce(l.account_expense_customer_id, l.item_expense_customer_id) AS customer_id,
         coalesce(l.account_expense_account_id, i.expense_account_id, p.expense_account_id, i.income_account_id) AS exp_account,
         b.payable_account_id, l.amount, round(l.amount * coalesce(b.exchange_rate, 1), 2) AS conv
  FROM qb_bill b
  JOIN qb_bill_line l ON l.bill_id = b.id
  LEFT JOIN qb_item i ON i.id = l.item_expense_item_id
  LEFT JOIN qb_item p ON p.id = i.parent_item_id
  WHERE coalesce(b.is_deleted, false) = false AND l.amount IS NOT NULL
), u AS (
  SELECT *, exp_account AS account_id, 'debit' AS side FROM j
  UNION ALL
  SELECT *, payable_account_id, 'credit' FROM j
)
SELECT id::VARCHAR AS txn_id,
       line_index::INTEGER AS line_index,
       transaction_date::DATE AS txn_date,
       vendor_id::VARCHAR AS vendor_id,
       customer_id::VARCHAR AS customer_id,
       account_id::VARCHAR AS account_id,
       side::VARCHAR AS posting_side,
       amount::DECIMAL(14,2) AS amount,
       conv::DECIMAL(14,2) AS home_amount,
       'bill'::VARCHAR AS txn_source
FROM u
