WITH v AS (
  SELECT *, row_number() OVER (PARTITION BY restaurant_id ORDER BY updated_at DESC, batch_id DESC) AS rn,
    lag(trim(name)) OVER (PARTITION BY restaurant_id ORDER BY updated_at, batch_id) AS prev_name,
    count(*) OVER (PARTITION BY restaurant_id) AS n,
    min(updated_at) OVER (PARTITION BY restaurant_id) AS first_at
  FROM raw_restaurants
)
SELECT restaurant_id, trim(name) AS restaurant_name, prev_name AS previous_name,
  coalesce(nullif(lower(trim(city)), ''), 'unknown') AS city,
  coalesce(nullif(lower(trim(cuisine)), ''), 'other') AS cuisine,
  CAST(coalesce(commission_pct / 100, 0.2) AS DECIMAL(6,4)) AS commission_rate,
  CAST(n AS INTEGER) AS version_count, CAST(first_at AS DATE) AS first_seen_on, updated_at AS last_change_at
FROM v WHERE rn = 1 AND coalesce(is_test, false) = false
