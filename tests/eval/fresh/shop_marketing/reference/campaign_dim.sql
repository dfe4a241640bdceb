WITH s AS (SELECT campaign_id, sum(spend_eur) AS spend FROM ad_spend_daily GROUP BY campaign_id),
b AS (
  SELECT c.*, coalesce(c.end_date, DATE '2024-03-31') AS e, CAST(coalesce(c.budget, 0) AS DECIMAL(12,2)) AS bud, CAST(coalesce(s.spend, 0) AS DECIMAL(12,2)) AS sp
  FROM campaigns c LEFT JOIN s ON s.campaign_id = c.campaign_id
  WHERE c.status IS NULL OR lower(c.status) <> 'draft'
)
SELECT campaign_id, trim(name) AS campaign_name,
  CASE WHEN lower(channel) IN ('cpc', 'ppc', 'search') THEN 'search' WHEN lower(channel) IN ('fb', 'ig', 'social') THEN 'social'
    WHEN lower(channel) IN ('mail', 'email', 'newsletter') THEN 'email' ELSE 'other' END AS channel,
  coalesce(nullif(lower(owner), ''), 'unassigned') AS owner, start_date, e AS end_date, CAST(e - start_date + 1 AS INTEGER) AS planned_days,
  bud AS budget_eur, sp AS total_spend, CAST(sp AS DOUBLE) / nullif(CAST(bud AS DOUBLE), 0) AS budget_used, sp > bud AS overspent
FROM b
