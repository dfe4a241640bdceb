SELECT o.order_key, o.customer_id, coalesce(r.restaurant_name, 'unknown') AS restaurant_name, coalesce(r.city, 'unknown') AS city,
  c.full_name AS courier_name, CAST(o.placed_at AS DATE) AS order_date, o.order_status,
  CAST(coalesce(l.food_value, 0) + o.delivery_fee + o.tip AS DECIMAL(10,2)) AS order_total,
  CAST(CASE WHEN o.order_status = 'delivered' THEN coalesce(round(l.food_value * r.commission_rate, 2), 0) ELSE 0 END AS DECIMAL(10,2)) AS commission_amount,
  CAST(row_number() OVER w AS INTEGER) AS customer_order_no,
  CAST(date_diff('day', lag(CAST(o.placed_at AS DATE)) OVER w, CAST(o.placed_at AS DATE)) AS INTEGER) AS days_since_previous
FROM stg_orders o
LEFT JOIN stg_restaurants r ON r.restaurant_id = o.restaurant_id
LEFT JOIN int_order_lines l ON l.order_key = o.order_key
LEFT JOIN raw_couriers c ON c.courier_id = o.courier_id
WHERE o.order_status <> 'open' AND o.placed_at IS NOT NULL
WINDOW w AS (PARTITION BY o.customer_id ORDER BY o.placed_at, o.order_key)
