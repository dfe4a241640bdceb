SELECT o.order_id,
       DECODE(o.status, 'X', 'cancelled', 'open') AS state,
       NVL(o.amount, 0) AS amount,
       TO_CHAR(o.placed_on, 'YYYY-MM') AS month,
       customers.name AS customer_name
  FROM shop.orders o
  LEFT JOIN shop.customers ON customers.customer_id = o.customer_id
 WHERE o.order_id > 0
