WITH posted AS (
    SELECT 'H-' || h.transid AS posting_no, upper(trim(h.dataareaid)) AS company, 'Hours' AS cost_kind, trim(h.activitynumber) AS act,
           h.transdate, h.hours AS quantity, round(h.hours * h.costprice, 2) AS amount,
           CASE WHEN w.recid IS NULL THEN 'Unknown worker' ELSE concat_ws(', ', nullif(trim(w.lastname), ''), nullif(trim(w.firstname), '')) END AS text
    FROM proj_hourtrans h LEFT JOIN eam_worker w ON w.recid = h.worker
    WHERE coalesce(h.reversed, 0) = 0
    UNION ALL
    SELECT 'I-' || i.transid, upper(trim(i.dataareaid)), 'Items', trim(i.activitynumber), i.transdate, i.qty, round(i.qty * i.costprice, 2),
           concat_ws(' ', trim(i.itemid), nullif(trim(i.itemname), ''))
    FROM proj_itemtrans i
    WHERE coalesce(i.reversed, 0) = 0
    UNION ALL
    SELECT 'E-' || e.transid, upper(trim(e.dataareaid)), 'Expenses', trim(e.activitynumber), e.transdate, 1, coalesce(e.lineamount, 0),
           coalesce(n.label, 'Unknown (' || e.category || ')')
    FROM proj_expensetrans e LEFT JOIN eam_enum n ON n.enumname = 'ExpenseCategory' AND n.enumvalue = e.category
)
SELECT p.posting_no, p.company, p.cost_kind, trim(o.workorderid) AS work_order_no, l.linenumber AS line_no,
       CAST(p.transdate AS DATE) AS posting_date, CAST(p.quantity AS DECIMAL(10, 2)) AS quantity, CAST(p.amount AS DECIMAL(14, 2)) AS amount,
       p.text AS posting_text, strftime(p.transdate, '%Y%m') AS period
FROM posted p
JOIN eam_workorderline l ON upper(trim(l.dataareaid)) = p.company AND trim(l.projactivity) = p.act AND trim(l.projactivity) <> ''
JOIN eam_workorder o ON o.recid = l.workorder
WHERE p.company <> 'DAT'
