WITH s AS (
  SELECT campaign_id, budget_eur, start_date, CAST(unnest(generate_series(start_date, end_date, INTERVAL 1 DAY)) AS DATE) AS day FROM campaign_dim
), sp AS (SELECT campaign_id, spend_date AS day, sum(spend_eur) AS x FROM ad_spend_daily GROUP BY 1, 2),
se AS (SELECT campaign_id, session_date AS day, count(*) AS n, count(DISTINCT visitor_id) AS v FROM session_fact GROUP BY 1, 2),
od AS (SELECT campaign_id, order_date AS day, count(*) AS n, sum(order_value) AS r FROM order_attribution GROUP BY 1, 2),
a AS (
  SELECT s.campaign_id, s.day, s.start_date, s.budget_eur, coalesce(sp.x, 0) AS x, coalesce(se.n, 0) AS sn, coalesce(se.v, 0) AS v, coalesce(od.n, 0) AS n, coalesce(od.r, 0) AS r
  FROM s LEFT JOIN sp ON sp.campaign_id = s.campaign_id AND sp.day = s.day
  LEFT JOIN se ON se.campaign_id = s.campaign_id AND se.day = s.day
  LEFT JOIN od ON od.campaign_id = s.campaign_id AND od.day = s.day
)
SELECT campaign_id, day, CAST(day - start_date + 1 AS INTEGER) AS day_no, CAST(x AS DECIMAL(12,2)) AS spend_eur, CAST(sn AS INTEGER) AS sessions, CAST(v AS INTEGER) AS visitors,
  CAST(n AS INTEGER) AS orders, CAST(r AS DECIMAL(12,2)) AS revenue,
  CAST(sum(x) OVER w AS DECIMAL(12,2)) AS spend_to_date, CAST(budget_eur - sum(x) OVER w AS DECIMAL(12,2)) AS budget_left,
  CAST(r - lag(r) OVER w AS DECIMAL(12,2)) AS revenue_change
FROM a WINDOW w AS (PARTITION BY campaign_id ORDER BY day)
