SELECT l.reader_no, r.full_name, CASE WHEN r.email IS NULL THEN 'POST' ELSE 'EMAIL' END AS send_by,
  CAST(count(*) AS INTEGER) AS books, min(l.due_on) AS oldest_due,
  string_agg(c.title, '; ' ORDER BY l.due_on, l.barcode) AS title_list,
  CAST(sum(l.fine) AS DECIMAL(8,2)) AS fine_total, CAST(sum(c.replacement_price) AS DECIMAL(8,2)) AS replacement_total,
  CASE WHEN max(l.days_late) <= 14 THEN 'FRIENDLY' WHEN max(l.days_late) <= 60 THEN 'FIRM' ELSE 'LEGAL' END AS tone
FROM LoanHistory l JOIN Reader r ON r.reader_no = l.reader_no JOIN Copy c ON c.barcode = l.barcode
WHERE l.returned_on IS NULL AND l.days_late > 0 AND NOT r.blocked
GROUP BY l.reader_no, r.full_name, r.email
