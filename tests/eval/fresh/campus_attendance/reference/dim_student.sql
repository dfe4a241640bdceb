WITH st AS (
  SELECT * FROM ef_students
  QUALIFY row_number() OVER (PARTITION BY tenant_code, student_unique_id ORDER BY last_modified DESC, record_no DESC) = 1
), ra AS (
  SELECT tenant_code, api_year, student_unique_id, count(DISTINCT split_part(race, '#', 2)) AS n, min(split_part(race, '#', 2)) AS r
  FROM ef_student_races GROUP BY ALL
)
SELECT md5(lower(st.tenant_code || '-' || st.student_unique_id))::VARCHAR AS k_student,
       st.tenant_code::VARCHAR AS tenant_code,
       st.student_unique_id::VARCHAR AS student_unique_id,
       st.api_year::INTEGER AS school_year,
       trim(st.first_name)::VARCHAR AS first_name,
       trim(st.last_surname)::VARCHAR AS last_name,
       (trim(st.last_surname) || ', ' || trim(st.first_name)
          || CASE WHEN nullif(trim(st.middle_name), '') IS NOT NULL THEN ' ' || upper(left(trim(st.middle_name), 1)) || '.' ELSE '' END)::VARCHAR AS display_name,
       st.birth_date::DATE AS birth_date,
       coalesce(split_part(eo.sex, '#', 2), 'Not Selected')::VARCHAR AS gender,
       (CASE WHEN eo.hispanic_latino_ethnicity THEN 'Hispanic or Latino'
             WHEN ra.n > 1 THEN 'Two or More Races'
             WHEN ra.n = 1 THEN ra.r
             ELSE 'Unknown' END)::VARCHAR AS race_ethnicity,
       coalesce(split_part(eo.limited_english_proficiency, '#', 2) = 'Limited', false)::BOOLEAN AS is_english_learner,
       coalesce(eo.economic_disadvantage, false)::BOOLEAN AS is_economic_disadvantaged
FROM st
LEFT JOIN ef_student_ed_org eo ON eo.tenant_code = st.tenant_code AND eo.student_unique_id = st.student_unique_id AND eo.api_year = st.api_year
LEFT JOIN ra ON ra.tenant_code = st.tenant_code AND ra.student_unique_id = st.student_unique_id AND ra.api_year = st.api_year
