WITH ok AS (
  SELECT source_code, source_vocabulary_id, target_concept_id, target_domain_id
  FROM source_to_concept_map
  WHERE target_standard_concept = 'S' AND target_invalid_reason IS NULL
), vis AS (
  SELECT d.visit_detail_id, v.visit_occurrence_id
  FROM visit_detail d
  JOIN visit_occurrence v ON v.person_id = d.person_id AND v.care_site_id = d.care_site_id
                         AND v.visit_start_date = d.visit_detail_start_date
), obs0 AS (
  SELECT o.*, m.term,
         CASE WHEN m.readcode IS NOT NULL THEN m.readcode ELSE m.snomedctconceptid END AS code,
         CASE WHEN m.readcode IS NOT NULL THEN 'Read' ELSE 'SNOMED' END AS voc
  FROM observation o
  LEFT JOIN medicaldictionary m ON m.medcodeid = o.medcodeid
), obs AS (
  SELECT 1 AS part, o.obsid AS rid, coalesce(k.target_domain_id, 'Observation') AS domain_id, o.patid AS person_id,
         vis.visit_occurrence_id, c.staffid AS provider_id,
         CASE WHEN o.obsdate = DATE '9999-12-31' THEN op.observation_period_start_date - 1 ELSE o.obsdate END AS start_date,
         coalesce(k.target_concept_id, 0) AS concept_id,
         o.code || ': ' || o.term AS source_value,
         coalesce(s.source_concept_id, 0) AS source_concept_id,
         32840 AS type_concept_id, o.value AS value_as_number, nu.description AS unit_source_value, NULL::DOUBLE AS quantity
  FROM obs0 o
  JOIN person p ON p.person_id = o.patid
  LEFT JOIN observation_period op ON op.person_id = o.patid
  LEFT JOIN vis ON vis.visit_detail_id = o.obsid
  LEFT JOIN consultation c ON c.consid = o.consid
  LEFT JOIN ok k ON k.source_vocabulary_id = o.voc AND k.source_code = o.code
  LEFT JOIN source_to_concept_map s ON s.source_vocabulary_id = o.voc AND s.source_code = o.code
  LEFT JOIN lkp_numunit nu ON nu.numunitid = o.numunitid
), drug AS (
  SELECT 2 AS part, i.issueid AS rid, coalesce(k.target_domain_id, 'Drug') AS domain_id, i.patid AS person_id,
         vis.visit_occurrence_id, i.staffid AS provider_id, i.issuedate AS start_date,
         CASE WHEN coalesce(i.duration, 0) > 0 THEN i.issuedate + i.duration - 1 ELSE i.issuedate END AS end_date,
         coalesce(k.target_concept_id, 0) AS concept_id, pd.dmdid AS source_value,
         coalesce(s.source_concept_id, 0) AS source_concept_id,
         38000177 AS type_concept_id, NULL::DOUBLE AS value_as_number, qu.description AS unit_source_value, i.quantity
  FROM drug_issue i
  JOIN person p ON p.person_id = i.patid
  LEFT JOIN productdictionary pd ON pd.prodcodeid = i.prodcodeid
  LEFT JOIN vis ON vis.visit_detail_id = i.probobsid
  LEFT JOIN ok k ON k.source_vocabulary_id = 'dm+d' AND k.source_code = pd.dmdid
  LEFT JOIN source_to_concept_map s ON s.source_vocabulary_id = 'dm+d' AND s.source_code = pd.dmdid
  LEFT JOIN lkp_quantunit qu ON qu.quantunitid = i.quantunitid
), u AS (
  SELECT part, rid, domain_id, person_id, visit_occurrence_id, provider_id, start_date, start_date AS end_date,
         concept_id, source_value, source_concept_id, type_concept_id, value_as_number, unit_source_value, quantity
  FROM obs WHERE start_date IS NOT NULL
  UNION ALL
  SELECT part, rid, domain_id, person_id, visit_occurrence_id, provider_id, start_date, end_date,
         concept_id, source_value, source_concept_id, type_concept_id, value_as_number, unit_source_value, quantity
  FROM drug
)
SELECT row_number() OVER (ORDER BY part, rid)::BIGINT AS id,
       domain_id::VARCHAR AS domain_id,
       person_id::BIGINT AS person_id,
       visit_occurrence_id::BIGINT AS visit_occurrence_id,
       provider_id::BIGINT AS provider_id,
       start_date::DATE AS start_date,
       end_date::DATE AS end_date,
       concept_id::INTEGER AS concept_id,
       source_value::VARCHAR AS source_value,
       source_concept_id::INTEGER AS source_concept_id,
       type_concept_id::INTEGER AS type_concept_id,
       value_as_number::DOUBLE AS value_as_number,
       unit_source_value::VARCHAR AS unit_source_value,
       quantity::DOUBLE AS quantity
FROM u
