WITH u AS (
  SELECT 'c-' || CAST(id AS VARCHAR) AS touch_id, ticket_id, author_id AS actor_id,
    CASE WHEN is_public THEN 'public comment' ELSE 'internal note' END AS touch_type, created_at AS touched_at
  FROM raw_comments
  UNION ALL
  SELECT 'e-' || CAST(id AS VARCHAR), ticket_id, actor_id, field_name || ' change', created_at
  FROM raw_ticket_events WHERE field_name IN ('status', 'priority', 'assignee_id')
)
SELECT u.touch_id, u.ticket_id, u.actor_id,
  coalesce(r.role, 'system') AS actor_role,
  u.touch_type, u.touched_at,
  CAST(row_number() OVER w AS INTEGER) AS touch_number,
  CAST(date_diff('minute', lag(u.touched_at) OVER w, u.touched_at) AS INTEGER) AS minutes_since_previous
FROM u
JOIN stg_tickets t ON t.ticket_id = u.ticket_id
LEFT JOIN raw_users r ON r.id = u.actor_id
WINDOW w AS (PARTITION BY u.ticket_id ORDER BY u.touched_at, u.touch_id)
