SELECT outer_q.machine_id, outer_q.site
FROM (
    SELECT inner_q.machine_id, inner_q.site
    FROM (SELECT machine_id, site FROM machine WHERE built_on IS NOT NULL) inner_q
) outer_q
