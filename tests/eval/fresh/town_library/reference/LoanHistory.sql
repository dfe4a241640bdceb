WITH b AS (
  SELECT l.loan_id, l.barcode, r.reader_no, r.category, l.lent_on, CAST(coalesce(l.due_on, l.lent_on + 21) AS DATE) AS due_on, l.returned_on,
    coalesce(l.returned_on, DATE '2024-06-30') AS e,
    lag(l.loan_id) OVER w AS prev_id, lag(l.returned_on) OVER w AS prev_ret
  FROM loans l JOIN Copy c ON c.barcode = l.barcode LEFT JOIN Reader r ON r.reader_no = l.patron_no
  WINDOW w AS (PARTITION BY l.barcode ORDER BY l.lent_on, l.loan_id)
), d AS (SELECT *, greatest(e - due_on, 0) AS late FROM b)
SELECT loan_id, barcode, reader_no, lent_on, due_on, returned_on, CAST(e - lent_on AS INTEGER) AS days_out, CAST(late AS INTEGER) AS days_late,
  CAST(CASE WHEN reader_no IS NULL OR category = 'junior' THEN 0 ELSE least(late * 0.20, 10) END AS DECIMAL(8,2)) AS fine,
  prev_id AS previous_loan_id, CAST(lent_on - prev_ret AS INTEGER) AS days_on_shelf
FROM d
