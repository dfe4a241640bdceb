SELECT c.barcode, c.title_id, t.title, coalesce(t.author, 'Anonymous') AS author,
  CASE WHEN t.language IS NULL THEN 'Dutch' WHEN t.language = 'en' THEN 'English' WHEN t.language = 'nl' THEN 'Dutch' WHEN t.language = 'fr' THEN 'French' ELSE 'Other' END AS language,
  c.branch_code AS branch,
  CAST(row_number() OVER (PARTITION BY c.title_id ORDER BY c.acquired NULLS LAST, c.barcode) AS INTEGER) AS copy_no,
  CAST(coalesce(c.price, (SELECT max(x.price) FROM copies x WHERE x.title_id = c.title_id), 15) AS DECIMAL(8,2)) AS replacement_price,
  CAST(coalesce(l.n, 0) AS INTEGER) AS times_lent,
  coalesce(l.open > 0, false) AS on_loan
FROM copies c JOIN titles t ON t.title_id = c.title_id
LEFT JOIN (SELECT barcode, count(*) AS n, count(*) - count(returned_on) AS open FROM loans GROUP BY barcode) l ON l.barcode = c.barcode
WHERE c.state IS DISTINCT FROM 'W'
