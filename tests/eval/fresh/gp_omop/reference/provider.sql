SELECT s.staffid::BIGINT AS provider_id,
       coalesce(m.target_concept_id, 0)::INTEGER AS specialty_concept_id,
       s.pracid::INTEGER AS care_site_id,
       (CASE s.gender WHEN 1 THEN 8507 WHEN 2 THEN 8532 ELSE 0 END)::INTEGER AS gender_concept_id,
       s.staffid::VARCHAR AS provider_source_value,
       j.description::VARCHAR AS specialty_source_value,
       0::INTEGER AS specialty_source_concept_id,
       s.gender::VARCHAR AS gender_source_value
FROM staff s
LEFT JOIN lkp_jobcategory j ON j.jobcatid = s.jobcatid
LEFT JOIN source_to_concept_map m
       ON m.source_vocabulary_id = 'CPRD_JobCat' AND m.source_code = s.jobcatid::VARCHAR
      AND m.target_standard_concept = 'S' AND m.target_invalid_reason IS NULL
