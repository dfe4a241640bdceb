-- latest order per customer
SELECT
    o.customer_id,
    IFF(o.status = 'X', 'cancelled', NVL(o.status, 'open'))::VARCHAR AS order_state,   -- keep
    DATEADD(day, 30, o.placed_on) AS due_on,
    customers.name AS customer_name,
    CASE WHEN o.amount >= 20 THEN 'large' ELSE 'small' END AS size
FROM sales.public.orders o
LEFT JOIN sales.public.customers ON customers.customer_id = o.customer_id
QUALIFY ROW_NUMBER() OVER (PARTITION BY o.customer_id ORDER BY o.placed_on DESC) = 1
