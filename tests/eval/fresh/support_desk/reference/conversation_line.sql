WITH stacked AS (
    SELECT 'C' || id AS line_key, ticket_id, 'Comment' AS line_source, author_id,
           CASE WHEN coalesce(is_public, true) THEN 'Y' ELSE 'N' END AS is_public,
           created_at AS written_at, nullif(left(trim(body), 60), '') AS body_start
    FROM zd_ticket_comment
    UNION ALL
    SELECT 'H' || e.chat_id || '-' || lpad(CAST(e.event_no AS VARCHAR), 3, '0'), c.ticket_id, 'Chat', e.actor_id,
           'Y', e.created_at, nullif(left(trim(e.message), 60), '')
    FROM zd_chat_event e
    JOIN zd_chat c ON c.chat_id = e.chat_id
    WHERE lower(trim(e.event_type)) = 'chatmessage' AND c.ticket_id IS NOT NULL
), sided AS (
    SELECT s.*,
           CASE p.is_staff WHEN 'Y' THEN 'Staff' WHEN 'N' THEN 'Customer' ELSE 'Unknown' END AS author_side,
           row_number() OVER (PARTITION BY s.ticket_id ORDER BY s.written_at, s.line_key) AS line_no
    FROM stacked s
    LEFT JOIN dim_person p ON p.person_id = s.author_id
), prev AS (
    SELECT *, CASE WHEN is_public = 'N' THEN 'Internal'
                   ELSE coalesce(lag(author_side) OVER (PARTITION BY ticket_id, is_public ORDER BY line_no), 'First') END AS previous_public_side
    FROM sided
)
SELECT line_key, ticket_id, line_source, author_id, author_side, is_public, written_at, body_start, line_no, previous_public_side,
       CASE WHEN is_public = 'Y' AND author_side = 'Staff' AND previous_public_side <> 'First' THEN 'Y' ELSE 'N' END AS is_staff_reply
FROM prev
