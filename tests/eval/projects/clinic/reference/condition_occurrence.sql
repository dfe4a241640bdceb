with cleaned as (
    select
        d.*,
        v.person_id,
        regexp_replace(upper(trim(d.icd)), '[+*!-]$', '') as condition_code,
        coalesce(d.dx_on, cast(v.visit_start_datetime as date)) as started_on
    from dx as d
    inner join visit_occurrence as v on v.visit_occurrence_id = d.enc_id
    where d.certainty is distinct from 'A' and d.icd is not null
),
kept as (
    select *
    from cleaned
    qualify row_number() over (
        partition by enc_id, condition_code
        order by case when upper(role) = 'MAIN' then 0 else 1 end, dx_id
    ) = 1
)
select
    k.dx_id as condition_occurrence_id,
    k.person_id as person_id,
    k.enc_id as visit_occurrence_id,
    k.condition_code as condition_code,
    coalesce(c.concept_id, 0) as condition_concept_id,
    k.icd as condition_source_value,
    k.started_on as condition_start_date,
    case upper(k.role) when 'MAIN' then 'primary' when 'ADM' then 'admission' else 'secondary' end as condition_status,
    case upper(k.poa) when 'Y' then true when '1' then true when 'N' then false when '0' then false end
        as present_on_admission,
    k.certainty as certainty,
    k.coder as coder
from kept as k
left join codes as c
    on c.list_nm = 'ICD'
    and c.code = k.condition_code
    and c.valid_from <= k.started_on
    and (c.valid_to is null or k.started_on < c.valid_to)
