WITH moves AS (
    SELECT upper(trim(o.dataareaid)) AS company, trim(o.objectid) AS asset_id, m.functionallocation, CAST(m.validfrom AS DATE) AS valid_from
    FROM eam_locationobject m
    JOIN eam_object o ON o.recid = m.object
    QUALIFY row_number() OVER (PARTITION BY m.object, CAST(m.validfrom AS DATE) ORDER BY m.recid DESC) = 1
), spans AS (
    SELECT a.asset_key, l.functionallocationid, l.dataareaid, moves.valid_from,
           lead(moves.valid_from) OVER (PARTITION BY a.asset_key ORDER BY moves.valid_from) AS next_from
    FROM moves
    JOIN mart_asset a ON a.company = moves.company AND a.asset_id = moves.asset_id
    LEFT JOIN eam_location l ON l.recid = moves.functionallocation
)
SELECT s.asset_key, m.location_id, s.valid_from,
       coalesce(s.next_from - 1, DATE '9999-12-31') AS valid_to,
       CASE WHEN s.next_from IS NULL THEN 'Y' ELSE 'N' END AS is_current,
       date_diff('day', s.valid_from, coalesce(s.next_from - 1, DATE '2025-03-31')) + 1 AS days_installed
FROM spans s
LEFT JOIN mart_location m ON m.company = upper(trim(s.dataareaid)) AND m.location_id = trim(s.functionallocationid)
