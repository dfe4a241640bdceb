WITH p AS (
  SELECT pe.person_id, pa.regstartdate AS s, least(pa.regenddate, pr.lcd) AS e
  FROM person pe
  JOIN patient pa ON pa.patid = pe.person_id
  LEFT JOIN practice pr ON pr.pracid = pa.pracid
)
SELECT row_number() OVER (ORDER BY person_id)::BIGINT AS observation_period_id,
       person_id::BIGINT AS person_id,
       s::DATE AS observation_period_start_date,
       e::DATE AS observation_period_end_date,
       32882::INTEGER AS period_type_concept_id
FROM p
WHERE e IS NOT NULL AND e >= s
