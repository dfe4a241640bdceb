WITH b AS (
    SELECT f.assignee_id, f.assignee_name, strftime(f.created_date, '%Y-%m') AS month, f.status_name, f.first_reply_minutes, f.reply_sla, f.organisation_id
    FROM fact_ticket f
    JOIN dim_person p ON p.person_id = f.assignee_id AND p.is_staff = 'Y'
), agg AS (
    SELECT assignee_id AS agent_id, max(assignee_name) AS agent_name, month,
           count(*) AS tickets_assigned,
           count(*) FILTER (WHERE status_name IN ('Solved', 'Closed')) AS tickets_done,
           count(DISTINCT organisation_id) AS organisations_served,
           CAST(round(avg(first_reply_minutes)) AS BIGINT) AS avg_first_reply_minutes,
           count(*) FILTER (WHERE reply_sla = 'Missed') AS sla_missed
    FROM b GROUP BY assignee_id, month
)
SELECT agent_id, month, agent_name, tickets_assigned, tickets_done,
       CAST(round(100.0 * tickets_done / tickets_assigned, 1) AS DECIMAL(5, 1)) AS done_pct,
       organisations_served, avg_first_reply_minutes, sla_missed,
       row_number() OVER (PARTITION BY month ORDER BY tickets_done DESC, agent_id) AS rank_in_month
FROM agg
