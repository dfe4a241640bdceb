WITH b AS (
  SELECT min(CAST(t.created_at AS DATE)) AS d0, greatest(max(CAST(t.created_at AS DATE)), max(CAST(m.solved_at AS DATE))) AS d1
  FROM stg_tickets t LEFT JOIN int_ticket_metrics m ON m.ticket_id = t.ticket_id
), d AS (
  SELECT CAST(unnest(generate_series(d0, d1, INTERVAL 1 DAY)) AS DATE) AS date_day FROM b
), c AS (SELECT CAST(created_at AS DATE) AS dd, count(*) AS n FROM stg_tickets GROUP BY 1),
s AS (SELECT CAST(solved_at AS DATE) AS dd, count(*) AS n FROM int_ticket_metrics WHERE solved_at IS NOT NULL GROUP BY 1),
j AS (
  SELECT d.date_day, coalesce(c.n, 0) AS cn, coalesce(s.n, 0) AS sn
  FROM d LEFT JOIN c ON c.dd = d.date_day LEFT JOIN s ON s.dd = d.date_day
)
SELECT date_day,
  dayname(date_day) AS day_name,
  isodow(date_day) IN (6, 7) AS is_weekend,
  CAST(cn AS INTEGER) AS created_count,
  CAST(sn AS INTEGER) AS solved_count,
  CAST(cn - sn AS INTEGER) AS net_change,
  CAST(sum(cn - sn) OVER (ORDER BY date_day) AS INTEGER) AS open_backlog
FROM j
