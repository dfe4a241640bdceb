WITH s AS (
    SELECT recid, object, workorder, stoptype, stopfrom, nullif(stopto, TIMESTAMP '1900-01-01') AS stopto
    FROM eam_productionstop
    WHERE upper(trim(dataareaid)) <> 'DAT'
)
SELECT s.recid AS downtime_id, a.asset_key, trim(w.workorderid) AS work_order_no,
       CASE WHEN s.stoptype IS NULL THEN 'Not coded' ELSE coalesce(e.label, 'Unknown (' || s.stoptype || ')') END AS stop_type,
       s.stopfrom AS started_at, s.stopto AS ended_at,
       CASE WHEN s.stopto IS NULL THEN 'Y' ELSE 'N' END AS is_open,
       CAST(round(date_diff('second', s.stopfrom, coalesce(s.stopto, TIMESTAMP '2025-04-01')) / 3600.0, 2) AS DECIMAL(10, 2)) AS hours,
       CASE WHEN hour(s.stopfrom) BETWEEN 6 AND 13 THEN 'Early' WHEN hour(s.stopfrom) BETWEEN 14 AND 21 THEN 'Late' ELSE 'Night' END AS shift
FROM s
JOIN eam_object o ON o.recid = s.object
JOIN mart_asset a ON a.company = upper(trim(o.dataareaid)) AND a.asset_id = trim(o.objectid)
LEFT JOIN eam_workorder w ON w.recid = s.workorder
LEFT JOIN eam_enum e ON e.enumname = 'StopType' AND e.enumvalue = s.stoptype
WHERE s.stopto IS NULL OR s.stopto >= s.stopfrom
