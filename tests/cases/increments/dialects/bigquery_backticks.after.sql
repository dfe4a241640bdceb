SELECT
  o.order_id,
  SAFE_CAST(o.amount AS FLOAT64) AS amount,
  FORMAT_DATE('%Y-%m', o.placed_on) AS month,
  customers.name AS customer_name,
  CAST(o.order_id AS STRING) AS order_text
FROM `shop-prod.sales.orders` AS o
LEFT JOIN `shop-prod.sales.customers` ON customers.customer_id = o.customer_id
WHERE o.placed_on >= DATE '2023-01-01'
