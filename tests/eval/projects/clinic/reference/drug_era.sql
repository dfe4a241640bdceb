with ordered as (
    select
        *,
        max(exposure_end_date) over (
            partition by person_id, drug_concept_id
            order by exposure_start_date, drug_exposure_id
            rows between unbounded preceding and 1 preceding
        ) as latest_end
    from drug_exposure
    where drug_concept_id <> 0
),
numbered as (
    select
        *,
        sum(case when exposure_start_date - latest_end <= 30 then 0 else 1 end) over (
            partition by person_id, drug_concept_id
            order by exposure_start_date, drug_exposure_id
            rows unbounded preceding
        ) as era
    from ordered
)
select
    cast(row_number() over (order by person_id, drug_concept_id, min(exposure_start_date)) as integer) as drug_era_id,
    person_id,
    drug_concept_id,
    min(exposure_start_date) as era_start_date,
    max(exposure_end_date) as era_end_date,
    count(*) as exposure_count
from numbered
group by person_id, drug_concept_id, era
