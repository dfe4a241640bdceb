WITH s AS (
  SELECT b.branch, CAST(m.m AS DATE) AS month
  FROM (SELECT DISTINCT branch FROM Copy) b CROSS JOIN (SELECT unnest(generate_series(DATE '2024-01-01', DATE '2024-06-01', INTERVAL 1 MONTH)) AS m) m
), h AS (SELECT l.*, c.branch FROM LoanHistory l JOIN Copy c ON c.barcode = l.barcode),
o AS (SELECT branch, CAST(date_trunc('month', lent_on) AS DATE) AS month, count(*) AS n, count(DISTINCT reader_no) AS r FROM h GROUP BY 1, 2),
i AS (SELECT branch, CAST(date_trunc('month', returned_on) AS DATE) AS month, count(*) AS n, sum(fine) AS f FROM h WHERE returned_on IS NOT NULL GROUP BY 1, 2),
a AS (
  SELECT s.branch, s.month, coalesce(o.n, 0) AS lo, coalesce(i.n, 0) AS lb, coalesce(o.r, 0) AS ar, coalesce(i.f, 0) AS f
  FROM s LEFT JOIN o ON o.branch = s.branch AND o.month = s.month LEFT JOIN i ON i.branch = s.branch AND i.month = s.month
)
SELECT branch, month, CAST(lo AS INTEGER) AS loans_out, CAST(lb AS INTEGER) AS loans_back, CAST(ar AS INTEGER) AS active_readers, CAST(f AS DECIMAL(8,2)) AS fines,
  CAST(sum(lo) OVER (PARTITION BY branch ORDER BY month) AS INTEGER) AS loans_this_year,
  CAST(lo - lag(lo) OVER (PARTITION BY branch ORDER BY month) AS INTEGER) AS change_on_last_month,
  CAST(row_number() OVER (PARTITION BY month ORDER BY lo DESC, branch) AS INTEGER) AS branch_rank
FROM a
