WITH days AS (
  SELECT CAST(unnest(generate_series(lo, hi, INTERVAL 1 DAY)) AS DATE) AS day
  FROM (SELECT min(order_date) AS lo, max(order_date) AS hi FROM fct_orders)
), cities AS (SELECT DISTINCT city FROM fct_orders WHERE city <> 'unknown'),
agg AS (
  SELECT c.city, d.day,
    count(*) FILTER (WHERE f.order_status = 'delivered') AS delivered,
    count(*) FILTER (WHERE f.order_status IN ('cancelled', 'refunded')) AS lost,
    count(DISTINCT f.customer_id) AS customers,
    coalesce(sum(f.order_total) FILTER (WHERE f.order_status = 'delivered'), 0) AS revenue
  FROM cities c CROSS JOIN days d LEFT JOIN fct_orders f ON f.city = c.city AND f.order_date = d.day
  GROUP BY c.city, d.day
)
SELECT city, day, CAST(delivered AS INTEGER) AS orders_delivered, CAST(lost AS INTEGER) AS orders_lost, CAST(customers AS INTEGER) AS customers,
  CAST(revenue AS DECIMAL(12,2)) AS revenue,
  CAST(sum(revenue) OVER (PARTITION BY city ORDER BY day) AS DECIMAL(12,2)) AS revenue_to_date,
  CAST(lag(revenue) OVER (PARTITION BY city ORDER BY day) AS DECIMAL(12,2)) AS revenue_prev_day,
  CAST(revenue AS DOUBLE) / nullif(delivered, 0) AS avg_order_value,
  CAST(rank() OVER (PARTITION BY city ORDER BY revenue DESC) AS INTEGER) AS revenue_rank
FROM agg
