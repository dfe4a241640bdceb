WITH t AS (
    SELECT id, nullif(trim(subject), '') AS subject, lower(trim(status)) AS status,
           coalesce(nullif(lower(trim(priority)), ''), 'normal') AS priority, lower(trim(channel)) AS channel,
           requester_id, submitter_id, assignee_id, group_id, organization_id, ticket_form_id, created_at
    FROM zd_ticket
    WHERE coalesce(lower(trim(status)), '') <> 'deleted'
      AND id NOT IN (SELECT ticket_id FROM zd_ticket_tag WHERE lower(trim(tag)) = 'closed_by_merge')
), hist AS (
    SELECT ticket_id, event_id, updated_at, lower(trim(field_name)) AS field_name, trim(value) AS value
    FROM zd_ticket_field_history
    WHERE nullif(trim(value), '') IS NOT NULL
), first_asg AS (
    SELECT ticket_id, CAST(value AS BIGINT) AS first_assignee_id
    FROM hist WHERE field_name = 'assignee_id'
    QUALIFY row_number() OVER (PARTITION BY ticket_id ORDER BY updated_at, event_id) = 1
), hist_counts AS (
    SELECT ticket_id, count(DISTINCT CASE WHEN field_name = 'assignee_id' THEN value END) AS assignee_count,
           count(*) FILTER (WHERE field_name = 'group_id') AS group_hops
    FROM hist GROUP BY ticket_id
), sat AS (
    SELECT ticket_id, upper(left(value, 1)) || lower(substr(value, 2)) AS score
    FROM hist WHERE field_name = 'satisfaction_score' AND lower(value) <> 'offered'
    QUALIFY row_number() OVER (PARTITION BY ticket_id ORDER BY updated_at DESC, event_id DESC) = 1
), conv AS (
    SELECT ticket_id,
           count(*) FILTER (WHERE is_public = 'Y' AND author_side = 'Staff') AS public_staff_lines,
           count(*) FILTER (WHERE author_side = 'Customer') AS customer_lines,
           min(written_at) FILTER (WHERE is_staff_reply = 'Y') AS first_reply_at
    FROM conversation_line GROUP BY ticket_id
), spans AS (
    SELECT ticket_id,
           coalesce(min(valid_from) FILTER (WHERE status = 'solved'), min(valid_from) FILTER (WHERE status = 'closed')) AS first_solved_at,
           coalesce(max(valid_from) FILTER (WHERE status = 'solved'), max(valid_from) FILTER (WHERE status = 'closed')) AS last_solved_at,
           count(*) FILTER (WHERE status = 'solved') AS solved_spans,
           sum(minutes_in_status) FILTER (WHERE wait_bucket = 'Agent wait') AS agent_wait
    FROM ticket_status_span GROUP BY ticket_id
), joined AS (
    SELECT t.*, req.full_name AS requester_name, coalesce(own.organisation_id, req.organisation_id) AS organisation_id,
           asg.full_name AS assignee_name, sb.is_staff AS submitter_staff, g.name AS g_name, g.deleted AS g_deleted, f.form_name,
           conv.public_staff_lines, conv.customer_lines, conv.first_reply_at, spans.first_solved_at, spans.last_solved_at,
           spans.solved_spans, spans.agent_wait, first_asg.first_assignee_id, hist_counts.assignee_count, hist_counts.group_hops, sat.score,
           date_sub('minute', t.created_at, conv.first_reply_at) AS first_reply_minutes,
           CASE t.priority WHEN 'urgent' THEN 30 WHEN 'high' THEN 120 WHEN 'low' THEN 1440 ELSE 480 END AS reply_target_minutes
    FROM t
    LEFT JOIN dim_person req ON req.person_id = t.requester_id
    LEFT JOIN dim_person sb ON sb.person_id = t.submitter_id
    LEFT JOIN dim_person asg ON asg.person_id = t.assignee_id
    LEFT JOIN dim_organisation own ON own.organisation_id = t.organization_id
    LEFT JOIN zd_group g ON g.id = t.group_id
    LEFT JOIN dim_ticket_form f ON f.form_id = t.ticket_form_id
    LEFT JOIN conv ON conv.ticket_id = t.id
    LEFT JOIN spans ON spans.ticket_id = t.id
    LEFT JOIN first_asg ON first_asg.ticket_id = t.id
    LEFT JOIN hist_counts ON hist_counts.ticket_id = t.id
    LEFT JOIN sat ON sat.ticket_id = t.id
)
SELECT j.id AS ticket_id,
       'T-' || lpad(CAST(j.id AS VARCHAR), 7, '0') AS ticket_ref,
       coalesce(j.subject, '(no subject)') AS subject,
       CASE j.status WHEN 'new' THEN 'New' WHEN 'open' THEN 'Open' WHEN 'pending' THEN 'Waiting for customer' WHEN 'hold' THEN 'On hold'
                     WHEN 'solved' THEN 'Solved' WHEN 'closed' THEN 'Closed' ELSE 'Other' END AS status_name,
       j.priority,
       CASE j.channel WHEN 'email' THEN 'E-mail' WHEN 'web' THEN 'Web form' WHEN 'api' THEN 'Web form' WHEN 'phone' THEN 'Phone'
                      WHEN 'chat' THEN 'Live chat' ELSE 'Other' END AS channel_name,
       CAST(j.created_at AS DATE) AS created_date,
       coalesce(j.requester_name, 'Unknown requester') AS requester_name,
       j.organisation_id,
       coalesce(o.organisation_name, 'No organisation') AS organisation_name,
       j.assignee_id,
       coalesce(j.assignee_name, 'Unassigned') AS assignee_name,
       CASE WHEN j.g_name IS NULL THEN 'No group' WHEN coalesce(j.g_deleted, false) THEN j.g_name || ' (deleted)' ELSE j.g_name END AS group_name,
       coalesce(j.form_name, 'Default form') AS form_name,
       CASE WHEN j.submitter_staff = 'Y' THEN 'Y' ELSE 'N' END AS submitted_by_staff,
       j.first_assignee_id,
       coalesce(j.assignee_count, 0) AS assignee_count,
       coalesce(j.group_hops, 0) AS group_hops,
       coalesce(j.public_staff_lines, 0) AS public_staff_lines,
       coalesce(j.customer_lines, 0) AS customer_lines,
       j.first_reply_at,
       j.first_reply_minutes,
       j.reply_target_minutes,
       CASE WHEN j.first_reply_minutes <= j.reply_target_minutes THEN 'Met'
            WHEN j.first_reply_minutes > j.reply_target_minutes THEN 'Missed'
            WHEN date_sub('minute', j.created_at, TIMESTAMP '2025-06-30 18:00:00') > j.reply_target_minutes THEN 'Missed'
            ELSE 'Running' END AS reply_sla,
       j.first_solved_at,
       j.last_solved_at,
       greatest(coalesce(j.solved_spans, 0) - 1, 0) AS reopen_count,
       CAST(coalesce(j.agent_wait, 0) AS BIGINT) AS agent_wait_minutes,
       CASE WHEN j.status IN ('solved', 'closed')
            THEN CAST(round(date_sub('minute', j.created_at, j.last_solved_at) / 60.0, 1) AS DECIMAL(12, 1)) END AS resolution_hours,
       coalesce(j.score, 'Not rated') AS latest_satisfaction,
       CASE WHEN j.status NOT IN ('solved', 'closed') THEN NULL
            WHEN coalesce(j.public_staff_lines, 0) = 0 THEN 'No touch'
            WHEN j.public_staff_lines = 1 THEN 'One touch'
            WHEN j.public_staff_lines = 2 THEN 'Two touch'
            ELSE 'Multi touch' END AS touch_class
FROM joined j
LEFT JOIN dim_organisation o ON o.organisation_id = j.organisation_id
