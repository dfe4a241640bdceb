WITH r AS (
  SELECT ticket_id, score FROM raw_satisfaction_ratings
  WHERE score <> 'offered'
  QUALIFY row_number() OVER (PARTITION BY ticket_id ORDER BY created_at DESC, id DESC) = 1
)
SELECT t.ticket_key, t.ticket_id,
  coalesce(trim(u.name), 'unknown') AS requester_name,
  coalesce(o.name, 'no organization') AS organization_name,
  CASE WHEN upper(o.plan_code) LIKE 'ENT%' THEN 'enterprise' WHEN upper(o.plan_code) LIKE 'PRO%' THEN 'professional' ELSE 'free' END AS plan_tier,
  coalesce(a.agent_key, -1) AS agent_key,
  CAST(strftime(t.created_at, '%Y%m%d') AS INTEGER) AS created_date_key,
  m.first_reply_minutes,
  CASE WHEN m.first_reply_minutes IS NULL THEN false
       WHEN t.priority = 'urgent' THEN m.first_reply_minutes <= 60
       WHEN t.priority = 'high' THEN m.first_reply_minutes <= 240
       ELSE m.first_reply_minutes <= 1440 END AS met_reply_sla,
  CAST(date_diff('day', CAST(t.created_at AS DATE), CAST(m.solved_at AS DATE)) AS INTEGER) AS days_to_solve,
  coalesce(r.score, 'unrated') AS satisfaction
FROM stg_tickets t
LEFT JOIN int_ticket_metrics m ON m.ticket_id = t.ticket_id
LEFT JOIN raw_users u ON u.id = t.requester_id
LEFT JOIN raw_organizations o ON o.id = u.organization_id
LEFT JOIN dim_agents a ON a.agent_id = t.assignee_id
LEFT JOIN r ON r.ticket_id = t.ticket_id
