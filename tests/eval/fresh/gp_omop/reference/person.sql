SELECT patid::BIGINT AS person_id,
       (CASE gender WHEN 1 THEN 8507 WHEN 2 THEN 8532 END)::INTEGER AS gender_concept_id,
       yob::INTEGER AS year_of_birth,
       nullif(mob, 0)::INTEGER AS month_of_birth,
       make_timestamp(yob, CASE WHEN coalesce(mob, 0) = 0 THEN 1 ELSE mob END, 1, 0, 0, 0)::TIMESTAMP AS birth_datetime,
       0::INTEGER AS race_concept_id,
       0::INTEGER AS ethnicity_concept_id,
       usualgpstaffid::BIGINT AS provider_id,
       pracid::INTEGER AS care_site_id,
       patid::VARCHAR AS person_source_value,
       (CASE gender WHEN 1 THEN 'M' WHEN 2 THEN 'F' END)::VARCHAR AS gender_source_value,
       0::INTEGER AS gender_source_concept_id
FROM patient
WHERE accept = 1 AND gender IN (1, 2) AND yob >= 1875
