WITH x AS (
  SELECT s.id, s.person_id, g.ingredient_concept_id AS ing, s.start_date, s.end_date
  FROM stem_table s
  JOIN drug_ingredient g ON g.drug_concept_id = s.concept_id
  WHERE s.domain_id = 'Drug' AND s.concept_id <> 0
), f AS (
  SELECT *, max(end_date) OVER (PARTITION BY person_id, ing ORDER BY start_date, id
                                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS prev_end
  FROM x
), e AS (
  SELECT *, sum(CASE WHEN prev_end IS NULL OR start_date > prev_end + 30 THEN 1 ELSE 0 END)
            OVER (PARTITION BY person_id, ing ORDER BY start_date, id ROWS UNBOUNDED PRECEDING) AS era
  FROM f
), a AS (
  SELECT person_id, ing, era, min(start_date) AS s, max(end_date) AS t, count(*) AS n,
         sum(end_date - start_date + 1) AS cov
  FROM e GROUP BY ALL
)
SELECT row_number() OVER (ORDER BY person_id, ing, s)::BIGINT AS drug_era_id,
       person_id::BIGINT AS person_id,
       ing::INTEGER AS drug_concept_id,
       s::DATE AS drug_era_start_date,
       t::DATE AS drug_era_end_date,
       n::INTEGER AS drug_exposure_count,
       greatest((t - s + 1) - cov, 0)::INTEGER AS gap_days
FROM a
