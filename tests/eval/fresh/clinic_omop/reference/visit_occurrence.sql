SELECT e.encounter_id AS visit_occurrence_id,
  p.person_id,
  CASE e.encounter_class WHEN 'IP' THEN 9201 WHEN 'OP' THEN 9202 WHEN 'ER' THEN 9203 ELSE 0 END AS visit_concept_id,
  CAST(e.admit_ts AS DATE) AS visit_start_date,
  e.admit_ts AS visit_start_datetime,
  CASE WHEN e.discharge_ts IS NOT NULL THEN CAST(e.discharge_ts AS DATE)
       WHEN e.encounter_class = 'IP' THEN DATE '2024-06-30'
       ELSE CAST(e.admit_ts AS DATE) END AS visit_end_date,
  32817 AS visit_type_concept_id,
  c.clinician_id AS provider_id,
  e.encounter_class || coalesce('/' || e.ward_code, '') AS visit_source_value,
  lag(e.encounter_id) OVER (PARTITION BY p.person_id ORDER BY e.admit_ts, e.encounter_id) AS preceding_visit_occurrence_id
FROM encounters e
JOIN person p ON p.person_source_value = e.patient_no
LEFT JOIN clinicians c ON c.clinician_code = e.clinician_code
WHERE e.admit_ts IS NOT NULL
