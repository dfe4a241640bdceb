WITH d AS (
    SELECT asset_key, year(started_at) AS yr, count(*) AS stops, sum(hours) AS hours,
           count(*) FILTER (WHERE stop_type = 'Breakdown') AS bd, sum(hours) FILTER (WHERE stop_type = 'Breakdown') AS bd_hours
    FROM mart_downtime GROUP BY 1, 2
), c AS (
    SELECT l.asset_key, year(p.posting_date) AS yr, sum(p.amount) AS cost
    FROM mart_cost_posting p
    JOIN mart_work_order_line l ON l.company = p.company AND l.work_order_no = p.work_order_no AND l.line_no = p.line_no
    WHERE l.asset_key IS NOT NULL
    GROUP BY 1, 2
), k AS (
    SELECT asset_key, yr FROM d UNION SELECT asset_key, yr FROM c
), j AS (
    SELECT k.asset_key, k.yr, d.stops, d.hours, d.bd, d.bd_hours, coalesce(c.cost, 0) AS cost
    FROM k LEFT JOIN d ON d.asset_key = k.asset_key AND d.yr = k.yr LEFT JOIN c ON c.asset_key = k.asset_key AND c.yr = k.yr
)
SELECT j.asset_key, j.yr AS year, a.asset_name,
       coalesce(j.stops, 0) AS stop_count,
       CAST(coalesce(j.hours, 0) AS DECIMAL(12, 2)) AS downtime_hours,
       coalesce(j.bd, 0) AS breakdown_count,
       CAST(round(j.bd_hours / nullif(j.bd, 0), 2) AS DECIMAL(12, 2)) AS mean_repair_hours,
       CAST(j.cost AS DECIMAL(14, 2)) AS maintenance_cost,
       rank() OVER (PARTITION BY a.company, j.yr ORDER BY j.cost DESC) AS cost_rank
FROM j JOIN mart_asset a ON a.asset_key = j.asset_key
