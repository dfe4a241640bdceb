WITH l AS (SELECT patron_no, count(*) AS n, min(lent_on) AS f, max(lent_on) AS t FROM loans GROUP BY patron_no),
p AS (SELECT patron_no, sum(CASE kind WHEN 'FINE' THEN amount WHEN 'CARD' THEN amount WHEN 'REFUND' THEN -amount ELSE 0 END) AS paid FROM payments GROUP BY patron_no)
SELECT r.patron_no AS reader_no,
  upper(r.surname) || coalesce(', ' || nullif(trim(r.given_name), ''), '') AS full_name,
  CASE upper(r.category) WHEN 'A' THEN 'adult' WHEN 'J' THEN 'junior' WHEN 'S' THEN 'senior'
    ELSE CASE WHEN r.born + INTERVAL 18 YEAR > DATE '2024-06-30' THEN 'junior' ELSE 'adult' END END AS category,
  CASE WHEN r.email LIKE '%@%' THEN lower(trim(r.email)) END AS email,
  coalesce(r.branch_code, 'CEN') AS home_branch,
  coalesce(r.joined, l.f) AS member_since,
  CAST(coalesce(l.n, 0) AS INTEGER) AS loans_total, l.t AS last_loan_on,
  CAST(coalesce(p.paid, 0) AS DECIMAL(8,2)) AS money_paid,
  coalesce(r.blocked = 'Y', false) AS blocked
FROM patrons r LEFT JOIN l ON l.patron_no = r.patron_no LEFT JOIN p ON p.patron_no = r.patron_no
WHERE r.category IS NULL OR upper(r.category) <> 'T'
