WITH ln AS (
    SELECT l.recid, w.company, w.work_order_no, l.linenumber AS line_no, l.object, l.functionallocation, trim(l.projactivity) AS act,
           nullif(o.actualstart, TIMESTAMP '1900-01-01') AS wo_start, nullif(o.actualend, TIMESTAMP '1900-01-01') AS wo_end
    FROM eam_workorderline l
    JOIN eam_workorder o ON o.recid = l.workorder
    JOIN mart_work_order w ON w.company = upper(trim(o.dataareaid)) AND w.work_order_no = trim(o.workorderid)
), sch AS (
    SELECT workorderline,
           sum(CASE WHEN scheduletype = 0 THEN hours END) AS worker_h,
           sum(CASE WHEN scheduletype = 2 THEN hours END) AS tool_h,
           sum(CASE WHEN coalesce(actualend, TIMESTAMP '1900-01-01') <> TIMESTAMP '1900-01-01'
                    THEN date_diff('second', actualstart, actualend) END) / 3600.0 AS actual_h
    FROM eam_lineschedule GROUP BY workorderline
), fc AS (
    SELECT upper(trim(dataareaid)) AS company, trim(projactivity) AS act, sum(amount) AS amount
    FROM eam_forecast WHERE upper(trim(modelid)) = 'MAINT' GROUP BY 1, 2
), cost AS (
    SELECT company, work_order_no, line_no,
           sum(amount) FILTER (WHERE cost_kind = 'Hours') AS h, sum(amount) FILTER (WHERE cost_kind = 'Items') AS i,
           sum(amount) FILTER (WHERE cost_kind = 'Expenses') AS e, sum(amount) AS t
    FROM mart_cost_posting GROUP BY 1, 2, 3
)
SELECT ln.company, ln.work_order_no, ln.line_no, a.asset_key,
       coalesce(m.location_id, a.location_id) AS location_id,
       CAST(coalesce(sch.worker_h, 0) AS DECIMAL(10, 2)) AS worker_hours_planned,
       CAST(coalesce(sch.tool_h, 0) AS DECIMAL(10, 2)) AS tool_hours_planned,
       CAST(round(coalesce(sch.actual_h, date_diff('second', ln.wo_start, ln.wo_end) / 3600.0), 2) AS DECIMAL(10, 2)) AS actual_hours,
       CAST(coalesce(fc.amount, 0) AS DECIMAL(14, 2)) AS forecast_cost,
       CAST(coalesce(cost.h, 0) AS DECIMAL(14, 2)) AS hours_cost,
       CAST(coalesce(cost.i, 0) AS DECIMAL(14, 2)) AS items_cost,
       CAST(coalesce(cost.e, 0) AS DECIMAL(14, 2)) AS expenses_cost,
       CAST(coalesce(cost.t, 0) AS DECIMAL(14, 2)) AS total_cost,
       CAST(coalesce(cost.t, 0) - coalesce(fc.amount, 0) AS DECIMAL(14, 2)) AS variance
FROM ln
LEFT JOIN eam_object ob ON ob.recid = ln.object
LEFT JOIN mart_asset a ON a.company = upper(trim(ob.dataareaid)) AND a.asset_id = trim(ob.objectid)
LEFT JOIN eam_location l ON l.recid = ln.functionallocation
LEFT JOIN mart_location m ON m.company = upper(trim(l.dataareaid)) AND m.location_id = trim(l.functionallocationid)
LEFT JOIN sch ON sch.workorderline = ln.recid
LEFT JOIN fc ON fc.company = ln.company AND fc.act = ln.act AND ln.act <> ''
LEFT JOIN cost ON cost.company = ln.company AND cost.work_order_no = ln.work_order_no AND cost.line_no = ln.line_no
