with contacts as (
    select person_id, cast(visit_start_datetime as date) as contact_on from visit_occurrence
    union
    select person_id, cast(visit_end_datetime as date) from visit_occurrence where visit_end_datetime is not null
    union
    select person_id, exposure_start_date from drug_exposure
    union
    select person_id, exposure_end_date from drug_exposure
    union
    select person_id, cast(measurement_datetime as date) from measurement
),
periods as (
    select c.person_id, min(c.contact_on) as first_on, max(c.contact_on) as last_on
    from contacts as c
    left join death as d on d.person_id = c.person_id
    where d.death_date is null or c.contact_on <= d.death_date
    group by c.person_id
    having count(*) >= 2
),
visits as (
    select person_id, count(*) as visits
    from visit_occurrence
    group by person_id
)
select
    cast(row_number() over (order by p.person_id) as integer) as observation_period_id,
    p.person_id as person_id,
    p.first_on as period_start_date,
    p.last_on as period_end_date,
    p.last_on - p.first_on + 1 as period_days,
    coalesce(v.visits, 0) as visit_count
from periods as p
left join visits as v on v.person_id = p.person_id
