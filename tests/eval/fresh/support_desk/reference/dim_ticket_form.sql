WITH v AS (
    SELECT *, row_number() OVER (PARTITION BY form_id ORDER BY updated_at DESC, version_no DESC) AS rn,
           count(*) OVER (PARTITION BY form_id) AS n,
           min(created_at) OVER (PARTITION BY form_id) AS first_created
    FROM zd_ticket_form_history
)
SELECT form_id,
       coalesce(nullif(trim(display_name), ''), trim(name)) AS form_name,
       CASE WHEN coalesce(active, false) THEN 'Y' ELSE 'N' END AS is_active,
       n AS version_count,
       CAST(first_created AS DATE) AS first_created_on,
       updated_at AS last_changed_at
FROM v
WHERE rn = 1
