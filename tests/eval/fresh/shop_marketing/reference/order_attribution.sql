WITH o AS (
  SELECT *, CAST(coalesce(net_amount, 0) + coalesce(shipping, 0) AS DECIMAL(12,2)) AS val FROM shop_orders WHERE lower(status) IN ('paid', 'shipped')
), t AS (
  SELECT o.order_no, s.session_id, s.campaign_id, s.channel,
    row_number() OVER (PARTITION BY o.order_no ORDER BY s.started_at DESC, s.session_id DESC) AS rn
  FROM o JOIN session_fact s ON s.visitor_id = o.visitor_id AND s.campaign_id IS NOT NULL
    AND s.started_at <= o.ordered_at AND s.started_at >= o.ordered_at - INTERVAL 168 HOUR
)
SELECT o.order_no, o.visitor_id, CAST(o.ordered_at AS DATE) AS order_date, o.val AS order_value,
  coalesce(nullif(upper(trim(o.voucher)), ''), 'NONE') AS voucher,
  t.session_id AS touch_session_id, t.campaign_id, coalesce(t.channel, 'direct') AS channel,
  CASE WHEN o.visitor_id IS NULL THEN 'guest' WHEN row_number() OVER (PARTITION BY o.visitor_id ORDER BY o.ordered_at, o.order_no) = 1 THEN 'new' ELSE 'returning' END AS customer_type,
  CAST(sum(o.val) OVER (ORDER BY o.ordered_at, o.order_no ROWS UNBOUNDED PRECEDING) AS DECIMAL(12,2)) AS value_to_date
FROM o LEFT JOIN t ON t.order_no = o.order_no AND t.rn = 1
