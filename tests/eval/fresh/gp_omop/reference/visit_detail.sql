WITH u AS (
  SELECT o.obsid AS id, o.patid, coalesce(c.consdate, o.obsdate) AS d,
         CASE WHEN c.consid IS NOT NULL THEN c.staffid ELSE o.staffid END AS prov,
         o.pracid, 'Observation' AS src, o.parentobsid AS parent
  FROM observation o
  LEFT JOIN consultation c ON c.consid = o.consid
  UNION ALL
  SELECT consid, patid, consdate, staffid, pracid, 'Consultation', NULL
  FROM consultation
)
SELECT u.id::BIGINT AS visit_detail_id,
       u.patid::BIGINT AS person_id,
       581477::INTEGER AS visit_detail_concept_id,
       u.d::DATE AS visit_detail_start_date,
       u.d::TIMESTAMP AS visit_detail_start_datetime,
       u.d::DATE AS visit_detail_end_date,
       32827::INTEGER AS visit_detail_type_concept_id,
       u.prov::BIGINT AS provider_id,
       u.pracid::INTEGER AS care_site_id,
       u.src::VARCHAR AS visit_detail_source_value,
       u.parent::BIGINT AS visit_detail_parent_id
FROM u
JOIN person p ON p.person_id = u.patid
WHERE u.d IS NOT NULL AND u.d <> DATE '9999-12-31'
