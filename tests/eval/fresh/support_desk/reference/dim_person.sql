WITH u AS (
    SELECT id, nullif(trim(name), '') AS name, nullif(lower(trim(email)), '') AS email, lower(trim(role)) AS role,
           organization_id, active, suspended, created_at, last_login_at
    FROM zd_user
)
SELECT u.id AS person_id,
       coalesce(u.name, split_part(u.email, '@', 1), 'Unknown') AS full_name,
       u.email,
       split_part(u.email, '@', 2) AS email_domain,
       CASE u.role WHEN 'end-user' THEN 'Customer' WHEN 'not set' THEN 'Customer' WHEN 'agent' THEN 'Agent'
                   WHEN 'admin' THEN 'Administrator' ELSE 'Unknown' END AS role_name,
       CASE WHEN u.role IN ('agent', 'admin') THEN 'Y' ELSE 'N' END AS is_staff,
       o.organisation_id,
       coalesce(o.organisation_name, 'No organisation') AS organisation_name,
       CASE WHEN coalesce(u.suspended, false) THEN 'Suspended'
            WHEN NOT coalesce(u.active, false) THEN 'Inactive'
            ELSE 'Active' END AS account_state,
       CAST(u.last_login_at AS DATE) AS last_login_date,
       date_diff('day', CAST(u.last_login_at AS DATE), DATE '2025-06-30') AS days_since_login,
       strftime(u.created_at, '%Y-%m') AS joined_month
FROM u
LEFT JOIN dim_organisation o ON o.organisation_id = u.organization_id
