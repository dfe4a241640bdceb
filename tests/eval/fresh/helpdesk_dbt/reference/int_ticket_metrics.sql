WITH tch AS (
  SELECT ticket_id, count(*) AS n,
    count(*) FILTER (WHERE touch_type = 'public comment') AS pub,
    min(touched_at) FILTER (WHERE touch_type = 'public comment' AND actor_role IN ('agent', 'admin')) AS first_reply_at,
    arg_max(touch_id, touch_number) AS last_touch
  FROM int_ticket_touches GROUP BY ticket_id
), ev AS (
  SELECT ticket_id,
    count(*) FILTER (WHERE old_value = 'solved' AND new_value = 'open') AS reopens,
    max(created_at) FILTER (WHERE new_value = 'solved') AS last_solved
  FROM raw_ticket_events WHERE field_name = 'status' GROUP BY ticket_id
)
SELECT t.ticket_id,
  CAST(coalesce(tch.n, 0) AS INTEGER) AS touch_count,
  CAST(coalesce(tch.pub, 0) AS INTEGER) AS public_comment_count,
  tch.first_reply_at,
  CAST(date_diff('minute', t.created_at, tch.first_reply_at) AS INTEGER) AS first_reply_minutes,
  CAST(coalesce(ev.reopens, 0) AS INTEGER) AS reopen_count,
  CASE WHEN t.status IN ('solved', 'closed') THEN ev.last_solved END AS solved_at,
  l.actor_id AS last_actor_id
FROM stg_tickets t
LEFT JOIN tch ON tch.ticket_id = t.ticket_id
LEFT JOIN ev ON ev.ticket_id = t.ticket_id
LEFT JOIN int_ticket_touches l ON l.touch_id = tch.last_touch
