with visits as (
    select
        e.*,
        p.person_id,
        p.birth_date,
        lag(e.enc_id) over previous as previous_id,
        lag(e.dis_ts) over previous as previous_end
    from enc as e
    inner join person as p on p.person_source_value = e.pat_no
    where e.state is null or e.state not in ('C', 'P')
    window previous as (partition by e.pat_no order by e.adm_ts)
),
diagnoses as (
    select enc_id, count(*) as lines
    from dx
    group by enc_id
)
select
    v.enc_id as visit_occurrence_id,
    v.person_id as person_id,
    case upper(v.kind)
        when 'IP' then 9201
        when 'DC' then 9201
        when 'OP' then 9202
        when 'ER' then 9203
        when 'TEL' then 5083
        else 0
    end as visit_concept_id,
    v.adm_ts as visit_start_datetime,
    v.dis_ts as visit_end_datetime,
    case when v.dis_ts >= v.adm_ts then cast(v.dis_ts as date) - cast(v.adm_ts as date) end as nights_count,
    case
        when v.birth_date is null or v.birth_date > cast(v.adm_ts as date) then 'unknown'
        when date_sub('year', v.birth_date, cast(v.adm_ts as date)) <= 17 then 'child'
        when date_sub('year', v.birth_date, cast(v.adm_ts as date)) <= 64 then 'adult'
        else 'senior'
    end as age_group,
    att.provider_name as attending_name,
    case when v.ref_id is null then 'self' else coalesce(ref.provider_name, 'external') end as referring_name,
    v.ward as care_site_source_value,
    nullif(concat_ws(' / ', nullif(trim(w.ward_name), ''), nullif(trim(w.dept), '')), '') as care_site_name,
    v.adm_from as admitted_from,
    v.dis_to as discharged_to,
    coalesce(d.lines, 0) as diagnosis_count,
    v.previous_id as preceding_visit_id,
    case
        when upper(v.kind) = 'IP'
            and cast(v.adm_ts as date) - cast(v.previous_end as date) between 0 and 30
            and v.previous_end <= v.adm_ts
            then 'Y'
        else 'N'
    end as is_readmission
from visits as v
left join provider as att on att.provider_id = v.att_id
left join provider as ref on ref.provider_id = v.ref_id
left join ward as w on w.ward_cd = v.ward
left join diagnoses as d on d.enc_id = v.enc_id
