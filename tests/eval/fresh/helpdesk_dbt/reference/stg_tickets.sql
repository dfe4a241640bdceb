WITH latest AS (
  SELECT * FROM raw_tickets
  QUALIFY row_number() OVER (PARTITION BY id ORDER BY _synced_at DESC) = 1
), clean AS (
  SELECT *, coalesce(lower(priority), 'normal') AS prio FROM latest WHERE coalesce(is_deleted, false) = false
)
SELECT md5('zd-' || CAST(id AS VARCHAR)) AS ticket_key,
  id AS ticket_id,
  coalesce(nullif(trim(subject), ''), '(no subject)') AS subject,
  lower(trim(status)) AS status,
  prio AS priority,
  CAST(CASE prio WHEN 'urgent' THEN 1 WHEN 'high' THEN 2 WHEN 'normal' THEN 3 WHEN 'low' THEN 4 ELSE 9 END AS INTEGER) AS priority_rank,
  CASE WHEN lower(via_channel) IN ('web', 'mobile sdk') THEN 'self-service' WHEN lower(via_channel) = 'email' THEN 'email'
       WHEN lower(via_channel) IN ('chat', 'messaging') THEN 'chat' ELSE 'other' END AS channel,
  requester_id,
  assignee_id,
  nullif(lower(trim(split_part(tags, ',', 1))), '') AS first_tag,
  CAST(created_at AS TIMESTAMP) AS created_at
FROM clean
