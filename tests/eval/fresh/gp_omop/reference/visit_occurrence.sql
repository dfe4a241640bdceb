WITH v AS (
  SELECT person_id, care_site_id, visit_detail_start_date AS d,
         max(visit_detail_end_date) AS e,
         min(provider_id) AS prov,
         arg_min(visit_detail_source_value, visit_detail_id) AS src
  FROM visit_detail
  GROUP BY ALL
), n AS (
  SELECT *, row_number() OVER (ORDER BY person_id, d, care_site_id) AS id FROM v
)
SELECT id::BIGINT AS visit_occurrence_id,
       person_id::BIGINT AS person_id,
       9202::INTEGER AS visit_concept_id,
       d::DATE AS visit_start_date,
       d::TIMESTAMP AS visit_start_datetime,
       e::DATE AS visit_end_date,
       32827::INTEGER AS visit_type_concept_id,
       prov::BIGINT AS provider_id,
       care_site_id::INTEGER AS care_site_id,
       src::VARCHAR AS visit_source_value,
       lag(id) OVER (PARTITION BY person_id ORDER BY d, care_site_id)::BIGINT AS preceding_visit_occurrence_id
FROM n
