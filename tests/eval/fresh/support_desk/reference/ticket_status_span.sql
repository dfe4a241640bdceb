WITH h AS (
    SELECT ticket_id, lower(trim(value)) AS status, user_id, updated_at,
           row_number() OVER w AS span_no,
           lead(updated_at) OVER w AS valid_to
    FROM zd_ticket_field_history
    WHERE lower(trim(field_name)) = 'status' AND nullif(trim(value), '') IS NOT NULL
    WINDOW w AS (PARTITION BY ticket_id ORDER BY updated_at, event_id)
)
SELECT h.ticket_id, h.span_no, h.status, h.updated_at AS valid_from, h.valid_to,
       CASE WHEN h.valid_to IS NULL THEN 'Y' ELSE 'N' END AS is_current,
       date_sub('minute', h.updated_at, coalesce(h.valid_to, TIMESTAMP '2025-06-30 18:00:00')) AS minutes_in_status,
       CASE WHEN h.status IN ('new', 'open') THEN 'Agent wait' WHEN h.status = 'pending' THEN 'Customer wait'
            WHEN h.status = 'hold' THEN 'On hold' WHEN h.status IN ('solved', 'closed') THEN 'Done' ELSE 'Other' END AS wait_bucket,
       coalesce(p.full_name, 'System') AS changed_by
FROM h
LEFT JOIN dim_person p ON p.person_id = h.user_id
