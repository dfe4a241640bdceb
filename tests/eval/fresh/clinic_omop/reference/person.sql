WITH latest AS (
  SELECT * FROM patients
  QUALIFY row_number() OVER (PARTITION BY patient_no ORDER BY modified_on DESC) = 1
)
SELECT CAST(row_number() OVER (ORDER BY p.patient_no) AS INTEGER) AS person_id,
  CASE upper(p.sex) WHEN 'M' THEN 8507 WHEN 'F' THEN 8532 ELSE 0 END AS gender_concept_id,
  CAST(split_part(p.birth_date, '/', 3) AS INTEGER) AS year_of_birth,
  CAST(split_part(p.birth_date, '/', 2) AS INTEGER) AS month_of_birth,
  CAST(split_part(p.birth_date, '/', 1) AS INTEGER) AS day_of_birth,
  strptime(p.birth_date, '%d/%m/%Y') AS birth_datetime,
  coalesce(m.target_concept_id, 0) AS race_concept_id,
  p.patient_no AS person_source_value,
  p.sex AS gender_source_value,
  coalesce(trim(p.ethnic_group), 'not stated') AS race_source_value
FROM latest p
LEFT JOIN concept_map m ON m.source_vocab = 'ETHNIC' AND m.source_code = trim(p.ethnic_group)
WHERE p.birth_date IS NOT NULL
