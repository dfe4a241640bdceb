WITH app AS (
  SELECT *, row_number() OVER (PARTITION BY order_id ORDER BY loaded_at DESC, file_row DESC) AS rn
  FROM raw_orders
)
SELECT 'A-' || order_id AS order_key, 'app' AS source_system, customer_id, restaurant_id, courier_id,
  CASE lower(trim(status)) WHEN 'delivered' THEN 'delivered' WHEN 'cancelled' THEN 'cancelled' WHEN 'canceled' THEN 'cancelled'
    WHEN 'refunded' THEN 'refunded' ELSE 'open' END AS order_status,
  placed_at, delivered_at,
  CAST(coalesce(delivery_fee, 0) AS DECIMAL(8,2)) AS delivery_fee,
  CAST(coalesce(tip, 0) AS DECIMAL(8,2)) AS tip,
  nullif(upper(trim(promo_code)), '') AS promo_code
FROM app WHERE rn = 1 AND customer_id IS NOT NULL
UNION ALL
SELECT trim(ref), 'phone', cust_id, rest_id, NULL,
  CASE state WHEN 'D' THEN 'delivered' WHEN 'C' THEN 'cancelled' WHEN 'R' THEN 'refunded' ELSE 'open' END,
  placed_ts, placed_ts + to_minutes(minutes_to_door),
  CAST(coalesce(fee_cents, 0) / 100.0 AS DECIMAL(8,2)), CAST(0 AS DECIMAL(8,2)), NULL
FROM raw_legacy_orders WHERE trim(ref) <> '' AND cust_id IS NOT NULL
