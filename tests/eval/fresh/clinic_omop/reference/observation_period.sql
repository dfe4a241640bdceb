WITH ev AS (
  SELECT person_id, visit_start_date AS s, visit_end_date AS e FROM visit_occurrence
  UNION ALL SELECT person_id, condition_start_date, condition_start_date FROM condition_occurrence
  UNION ALL SELECT person_id, drug_exposure_start_date, drug_exposure_end_date FROM drug_exposure
  UNION ALL SELECT person_id, measurement_date, measurement_date FROM measurement
)
SELECT CAST(row_number() OVER (ORDER BY person_id) AS INTEGER) AS observation_period_id,
  person_id,
  min(s) AS observation_period_start_date,
  max(e) AS observation_period_end_date,
  32817 AS period_type_concept_id,
  CAST(count(*) AS INTEGER) AS x_event_count
FROM ev GROUP BY person_id
