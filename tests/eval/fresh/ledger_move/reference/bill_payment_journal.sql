WITH ap AS (
  SELECT id, currency_id FROM qb_account
  WHERE account_type = 'Accounts Payable' AND active AND NOT sub_account
), j AS (
  SELECT p.*, coalesce(p.credit_card_account_id, p.check_bank_account_id) AS pay_account,
         coalesce(ap.id, (SELECT id FROM ap WHERE currency_id = 'USD')) AS ap_account,
         round(p.total_amount * coalesce(p.exchange_rate, 1), 2) AS conv
  FROM qb_bill_payment p
  LEFT JOIN ap ON ap.currency_id = p.currency_id
  WHERE coalesce(p.is_deleted, false) = false
), u AS (
  SELECT *, pay_account AS account_id, 'credit' AS side FROM j
  UNION ALL
  SELECT *, ap_account, 'debit' FROM j
)
SELECT id::VARCHAR AS txn_id,
       0::INTEGER AS line_index,
       transaction_date::DATE AS txn_date,
       vendor_id::VARCHAR AS vendor_id,
       account_id::VARCHAR AS account_id,
       side::VARCHAR AS posting_side,
       total_amount::DECIMAL(14,2) AS amount,
       conv::DECIMAL(14,2) AS home_amount,
       'bill payment'::VARCHAR AS txn_source
FROM u
