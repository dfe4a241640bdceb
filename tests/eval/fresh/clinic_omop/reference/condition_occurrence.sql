WITH d AS (
  SELECT encounter_id, seq_no, recorded_on, upper(replace(trim(icd10), '.', '')) AS code
  FROM diagnoses WHERE icd10 IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY encounter_id, upper(replace(trim(icd10), '.', '')) ORDER BY seq_no) = 1
)
SELECT CAST(row_number() OVER (ORDER BY d.encounter_id, d.seq_no) AS INTEGER) AS condition_occurrence_id,
  v.person_id,
  coalesce(m.target_concept_id, 0) AS condition_concept_id,
  coalesce(d.recorded_on, v.visit_start_date) AS condition_start_date,
  32817 AS condition_type_concept_id,
  CASE WHEN d.seq_no = 1 THEN 32902 ELSE 32908 END AS condition_status_concept_id,
  v.visit_occurrence_id,
  d.code AS condition_source_value
FROM d
JOIN visit_occurrence v ON v.visit_occurrence_id = d.encounter_id
LEFT JOIN concept_map m ON m.source_vocab = 'ICD10' AND m.source_code = d.code
