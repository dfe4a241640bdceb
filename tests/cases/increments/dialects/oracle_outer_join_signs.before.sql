SELECT o.order_id,
       DECODE(o.status, 'X', 'cancelled', 'open') AS state,
       NVL(o.amount, 0) AS amount,
       TO_CHAR(o.placed_on, 'YYYY-MM') AS month
  FROM shop.orders o
 WHERE o.order_id > 0
