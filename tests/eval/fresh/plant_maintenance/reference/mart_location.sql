WITH loc AS (
    SELECT recid, upper(trim(dataareaid)) AS company, trim(functionallocationid) AS location_id,
           coalesce(nullif(trim(name), ''), trim(functionallocationid)) AS location_name, locationtype
    FROM eam_location
    WHERE upper(trim(dataareaid)) <> 'DAT'
), anc AS (
    SELECT h.functionallocationref AS ref, h.level, l.location_id, l.location_name
    FROM eam_locationhierarchy h JOIN loc l ON l.recid = h.functionallocation
), assets AS (
    SELECT functionallocation, count(*) AS n FROM eam_object WHERE upper(trim(dataareaid)) <> 'DAT' GROUP BY functionallocation
)
SELECT row_number() OVER (ORDER BY loc.recid) AS location_key,
       loc.company, loc.location_id, loc.location_name,
       coalesce(e.label, 'Unknown (' || loc.locationtype || ')') AS location_type,
       coalesce(own.level, 1) AS level_no,
       coalesce(p.location_id, loc.location_id) AS plant_id,
       coalesce(p.location_name, loc.location_name) AS plant_name,
       coalesce(a.location_name, '-') AS area_name,
       coalesce(assets.n, 0) AS asset_count
FROM loc
LEFT JOIN eam_enum e ON e.enumname = 'LocationType' AND e.enumvalue = loc.locationtype
LEFT JOIN eam_locationhierarchy own ON own.functionallocation = loc.recid AND own.functionallocationref = loc.recid
LEFT JOIN anc p ON p.ref = loc.recid AND p.level = 1
LEFT JOIN anc a ON a.ref = loc.recid AND a.level = 2
LEFT JOIN assets ON assets.functionallocation = loc.recid
