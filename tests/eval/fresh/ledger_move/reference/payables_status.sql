WITH pay AS (
  SELECT l.bill_id, min(p.transaction_date) AS f, max(p.transaction_date) AS la, sum(l.amount) AS paid, count(DISTINCT p.id) AS n
  FROM qb_bill_payment_line l
  JOIN qb_bill_payment p ON p.id = l.bill_payment_id
  WHERE l.bill_id IS NOT NULL AND coalesce(p.is_deleted, false) = false
  GROUP BY ALL
), b AS (
  SELECT *, coalesce(due_date, transaction_date + 30) AS due FROM qb_bill WHERE coalesce(is_deleted, false) = false
), d AS (
  SELECT b.*, CASE WHEN b.balance > 0 AND b.due < DATE '2024-10-31' THEN DATE '2024-10-31' - b.due ELSE 0 END AS od FROM b
)
SELECT d.id::VARCHAR AS bill_id,
       d.doc_number::VARCHAR AS doc_number,
       d.vendor_id::VARCHAR AS vendor_id,
       v.vendor_name::VARCHAR AS vendor_name,
       d.transaction_date::DATE AS bill_date,
       d.due::DATE AS due_date,
       d.total_amount::DECIMAL(14,2) AS total_amount,
       d.balance::DECIMAL(14,2) AS open_balance,
       coalesce(pay.paid, 0)::DECIMAL(14,2) AS paid_amount,
       coalesce(pay.n, 0)::INTEGER AS payment_count,
       pay.f::DATE AS first_payment_date,
       pay.la::DATE AS last_payment_date,
       d.od::INTEGER AS days_overdue,
       (CASE WHEN d.balance <= 0 THEN 'paid' WHEN d.od > 0 THEN 'overdue' ELSE 'open' END)::VARCHAR AS status,
       (CASE WHEN d.od = 0 THEN NULL WHEN d.od <= 30 THEN '1-30' WHEN d.od <= 60 THEN '31-60' WHEN d.od <= 90 THEN '61-90' ELSE 'over 90' END)::VARCHAR AS aging_bucket
FROM d
LEFT JOIN vendor_master v ON v.vendor_id = d.vendor_id::VARCHAR
LEFT JOIN pay ON pay.bill_id = d.id
