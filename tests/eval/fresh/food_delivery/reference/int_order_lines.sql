WITH l AS (
  SELECT *, CAST(coalesce(qty, 1) * coalesce(unit_price, 0) AS DECIMAL(10,2)) AS val
  FROM raw_order_items WHERE coalesce(voided, false) = false
), r AS (
  SELECT *, row_number() OVER (PARTITION BY order_key ORDER BY val DESC, line_no) AS rn FROM l
)
SELECT order_key, CAST(count(*) AS INTEGER) AS line_count, CAST(sum(coalesce(qty, 1)) AS INTEGER) AS total_qty,
  CAST(sum(val) AS DECIMAL(10,2)) AS food_value,
  CAST(coalesce(sum(val) FILTER (WHERE lower(category) IN ('drink', 'drinks')), 0) AS DECIMAL(10,2)) AS drinks_value,
  CAST(count(DISTINCT lower(category)) AS INTEGER) AS category_count,
  max(item_name) FILTER (WHERE rn = 1) AS top_item,
  max(unit_price) AS dearest_price
FROM r GROUP BY order_key
