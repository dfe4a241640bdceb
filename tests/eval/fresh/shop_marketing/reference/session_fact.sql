WITH d AS (
  SELECT *, row_number() OVER (PARTITION BY session_id ORDER BY started_at, pageviews DESC NULLS LAST) AS rn
  FROM sessions WHERE device IS DISTINCT FROM 'bot' AND visitor_id IS NOT NULL
)
SELECT d.session_id, d.visitor_id, d.started_at, CAST(d.started_at AS DATE) AS session_date,
  CASE WHEN d.device IN ('phone', 'mobile') THEN 'mobile' WHEN d.device IN ('ipad', 'tablet') THEN 'tablet' ELSE 'desktop' END AS device,
  c.campaign_id,
  CASE WHEN coalesce(d.utm_campaign, '') = '' THEN 'direct' WHEN c.campaign_id IS NULL THEN 'unmapped' ELSE c.channel END AS channel,
  coalesce(d.pageviews, 0) AS pageviews, coalesce(d.pageviews, 0) <= 1 AS bounced,
  CAST(row_number() OVER w AS INTEGER) AS visit_no,
  CAST(date_diff('minute', lag(d.started_at) OVER w, d.started_at) AS INTEGER) AS minutes_since_last
FROM d LEFT JOIN campaign_dim c ON lower(trim(c.campaign_name)) = lower(trim(replace(d.utm_campaign, '_', ' ')))
WHERE d.rn = 1
WINDOW w AS (PARTITION BY d.visitor_id ORDER BY d.started_at, d.session_id)
