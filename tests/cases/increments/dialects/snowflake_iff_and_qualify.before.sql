-- latest order per customer
SELECT
    o.customer_id,
    IFF(o.status = 'X', 'cancelled', NVL(o.status, 'open'))::VARCHAR AS order_state,   -- keep
    DATEADD(day, 30, o.placed_on) AS due_on
FROM sales.public.orders o
QUALIFY ROW_NUMBER() OVER (PARTITION BY o.customer_id ORDER BY o.placed_on DESC) = 1
