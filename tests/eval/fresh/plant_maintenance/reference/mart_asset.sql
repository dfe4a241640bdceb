WITH o AS (
    SELECT recid, upper(trim(dataareaid)) AS company, trim(objectid) AS asset_id, nullif(trim(name), '') AS name, objecttype,
           trim(modelyear) AS modelyear, nullif(replace(replace(upper(trim(serialid)), ' ', ''), '-', ''), '') AS serial_no,
           objectlifecyclestate, functionallocation, criticality,
           nullif(CAST(activefrom AS DATE), DATE '1900-01-01') AS active_from,
           coalesce(nullif(CAST(activeto AS DATE), DATE '1900-01-01'), DATE '9999-12-31') AS active_to
    FROM eam_object
    WHERE upper(trim(dataareaid)) <> 'DAT'
), cnt AS (
    SELECT object, value, registered
    FROM eam_counter
    WHERE upper(trim(countertype)) = 'HRS' AND value IS NOT NULL AND CAST(registered AS DATE) <= DATE '2025-03-31'
    QUALIFY row_number() OVER (PARTITION BY object ORDER BY registered DESC, recid DESC) = 1
)
SELECT md5(o.company || '|' || o.asset_id) AS asset_key,
       o.company, o.asset_id,
       coalesce(o.name, o.asset_id) AS asset_name,
       CASE WHEN t.recid IS NULL THEN 'Unclassified'
            WHEN nullif(trim(t.name), '') IS NULL THEN trim(t.objecttypeid)
            ELSE trim(t.objecttypeid) || ' - ' || trim(t.name) END AS asset_type,
       CASE WHEN regexp_full_match(o.modelyear, '[0-9]{4}') THEN CAST(o.modelyear AS INTEGER) END AS model_year,
       o.serial_no,
       CASE WHEN s.recid IS NULL THEN 'Unknown' ELSE coalesce(nullif(trim(s.name), ''), s.stateid) END AS state,
       CASE WHEN s.stateid IN ('ACTIVE', 'STANDBY', 'REPAIR') THEN 'Y' ELSE 'N' END AS in_service,
       m.location_id, m.plant_name,
       CASE o.criticality WHEN 1 THEN 'Negligible' WHEN 2 THEN 'Low' WHEN 3 THEN 'Medium' WHEN 4 THEN 'High' WHEN 5 THEN 'Production critical'
                          ELSE 'Not rated' END AS criticality,
       o.active_from, o.active_to,
       CASE WHEN o.active_from > DATE '2025-03-31' THEN 0
            ELSE date_sub('year', o.active_from, least(o.active_to, DATE '2025-03-31')) END AS age_years,
       c.value AS last_counter_value,
       CAST(c.registered AS DATE) AS last_counter_on
FROM o
LEFT JOIN eam_objecttype t ON t.recid = o.objecttype
LEFT JOIN eam_lifecyclestate s ON s.recid = o.objectlifecyclestate AND s.kind = 'Asset'
LEFT JOIN eam_location l ON l.recid = o.functionallocation
LEFT JOIN mart_location m ON m.company = upper(trim(l.dataareaid)) AND m.location_id = trim(l.functionallocationid)
LEFT JOIN cnt c ON c.object = o.recid
