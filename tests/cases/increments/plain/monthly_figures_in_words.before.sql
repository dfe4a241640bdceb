SELECT
    DATE_TRUNC('month', ordered_at) AS month,
    SUM(amount) AS revenue,
    COUNT(*) AS orders
FROM orders
GROUP BY 1
ORDER BY 1
