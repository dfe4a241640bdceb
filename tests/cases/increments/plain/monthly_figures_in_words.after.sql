SELECT
    DATE_TRUNC('month', ordered_at) AS month,
    SUM(amount) AS revenue,
    COUNT(*) AS orders,
    SUM(amount) / NULLIF(COUNT(order_id), 0) AS avg_order_value,
    COUNT(DISTINCT customer_id) AS customers,
    100 * (COUNT(CASE WHEN is_refunded THEN 1 END) / NULLIF(COUNT(*), 0)) AS refund_rate,
    SUM(CASE WHEN channel = 'web' THEN amount END) AS web_revenue,
    MAX(amount) AS largest_order
FROM orders
GROUP BY 1
ORDER BY 1
