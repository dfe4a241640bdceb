WITH u AS (
  SELECT g.day AS d, coalesce(c.campaign_id, 0) AS cid, 'google' AS platform, g.clicks, g.impressions,
    CAST(coalesce(g.cost_micros, 0) AS DECIMAL(18,0)) * 0.000001 AS cost
  FROM spend_google g LEFT JOIN campaigns c ON c.campaign_id = g.campaign_id
  UNION ALL
  SELECT m.report_date, coalesce(c.campaign_id, 0), 'meta', m.link_clicks, m.impressions,
    coalesce(m.amount, 0) * CASE WHEN m.currency = 'USD' THEN 0.92 ELSE 1.00 END
  FROM spend_meta m LEFT JOIN campaigns c ON lower(trim(c.name)) = lower(trim(m.campaign_name))
), a AS (
  SELECT d, cid, platform, coalesce(sum(clicks), 0) AS clicks, coalesce(sum(impressions), 0) AS impressions, CAST(round(sum(cost), 2) AS DECIMAL(12,2)) AS spend
  FROM u WHERE d IS NOT NULL GROUP BY d, cid, platform
)
SELECT d AS spend_date, cid AS campaign_id, platform, CAST(clicks AS INTEGER) AS clicks, CAST(impressions AS INTEGER) AS impressions, spend AS spend_eur,
  CAST(clicks AS DOUBLE) / nullif(impressions, 0) AS click_rate, CAST(spend AS DOUBLE) / nullif(clicks, 0) AS cost_per_click
FROM a
