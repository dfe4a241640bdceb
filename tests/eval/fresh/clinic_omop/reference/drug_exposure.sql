SELECT r.rx_id AS drug_exposure_id,
  p.person_id,
  coalesce(m.target_concept_id, 0) AS drug_concept_id,
  r.start_date AS drug_exposure_start_date,
  coalesce(r.end_date, CAST(r.start_date + r.days_supply - 1 AS DATE), r.start_date) AS drug_exposure_end_date,
  TRY_CAST(r.qty AS DOUBLE) AS quantity,
  coalesce(r.days_supply, 0) AS days_supply,
  lower(split_part(r.dose_text, ' ', 2)) AS dose_unit_source_value,
  v.visit_occurrence_id,
  r.drug_code || coalesce(' | ' || r.drug_text, '') AS drug_source_value
FROM prescriptions r
JOIN person p ON p.person_source_value = r.patient_no
LEFT JOIN concept_map m ON m.source_vocab = 'DRUG' AND m.source_code = r.drug_code
LEFT JOIN visit_occurrence v ON v.visit_occurrence_id = r.encounter_id AND v.person_id = p.person_id
WHERE coalesce(r.status, '') <> 'CANCELLED'
