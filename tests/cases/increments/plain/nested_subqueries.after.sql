SELECT outer_q.machine_id, outer_q.site, outer_q.maker
FROM (
    SELECT inner_q.machine_id, inner_q.site, inner_q.maker
    FROM (SELECT machine_id, site, maker FROM machine WHERE built_on IS NOT NULL) inner_q
) outer_q
