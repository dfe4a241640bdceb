SELECT
  o.order_id,
  SAFE_CAST(o.amount AS FLOAT64) AS amount,
  FORMAT_DATE('%Y-%m', o.placed_on) AS month
FROM `shop-prod.sales.orders` AS o
WHERE o.placed_on >= DATE '2023-01-01'
