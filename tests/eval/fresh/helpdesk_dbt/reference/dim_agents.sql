WITH w AS (
  SELECT t.assignee_id,
    count(*) FILTER (WHERE t.status IN ('new', 'open', 'pending')) AS open_n,
    max(m.solved_at) AS last_solved_at
  FROM stg_tickets t JOIN int_ticket_metrics m ON m.ticket_id = t.ticket_id
  GROUP BY t.assignee_id
)
SELECT CAST(row_number() OVER (ORDER BY u.id) AS INTEGER) AS agent_key,
  u.id AS agent_id,
  split_part(trim(u.name), ' ', 1) AS first_name,
  CASE WHEN strpos(trim(u.name), ' ') > 0 THEN substr(trim(u.name), strpos(trim(u.name), ' ') + 1) END AS last_name,
  lower(trim(u.email)) AS email,
  split_part(lower(trim(u.email)), '@', 2) AS email_domain,
  coalesce(u.is_active, false) AS is_active,
  CAST(coalesce(w.open_n, 0) AS INTEGER) AS open_ticket_count,
  w.last_solved_at
FROM raw_users u
LEFT JOIN w ON w.assignee_id = u.id
WHERE u.role IN ('agent', 'admin')
