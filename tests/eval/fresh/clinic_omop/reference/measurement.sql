WITH u AS (
  SELECT l.patient_no, l.result_id AS src_id, l.sample_ts AS ts, l.test_code AS code, coalesce(m.target_concept_id, 0) AS concept,
    l.result_text AS val, lower(l.unit) AS unit
  FROM lab_results l LEFT JOIN concept_map m ON m.source_vocab = 'LAB' AND m.source_code = l.test_code
  WHERE l.result_text IS NOT NULL
  UNION ALL
  SELECT patient_no, vital_id, taken_ts, 'BP_SYS', 3004249, split_part(bp, '/', 1), 'mmhg' FROM vitals WHERE bp IS NOT NULL
  UNION ALL
  SELECT patient_no, vital_id, taken_ts, 'BP_DIA', 3012888, split_part(bp, '/', 2), 'mmhg' FROM vitals WHERE bp IS NOT NULL
  UNION ALL
  SELECT patient_no, vital_id, taken_ts, 'PULSE', 3027018, CAST(pulse AS VARCHAR), '/min' FROM vitals WHERE pulse IS NOT NULL
)
SELECT u.code || '-' || CAST(u.src_id AS VARCHAR) AS measurement_id,
  p.person_id,
  u.concept AS measurement_concept_id,
  CAST(u.ts AS DATE) AS measurement_date,
  CASE WHEN u.val LIKE '<%' THEN 4171756 WHEN u.val LIKE '>%' THEN 4172704 END AS operator_concept_id,
  TRY_CAST(CASE WHEN u.val LIKE '<%' OR u.val LIKE '>%' THEN substr(u.val, 2) ELSE u.val END AS DOUBLE) AS value_as_number,
  CASE lower(u.val) WHEN 'positive' THEN 45884084 WHEN 'negative' THEN 45878583 END AS value_as_concept_id,
  u.unit AS unit_source_value,
  u.code AS measurement_source_value,
  u.val AS value_source_value
FROM u JOIN person p ON p.person_source_value = u.patient_no
