with hospital as (
    select pat_no, dead_on
    from pat
    where dead_on is not null and merged_into is null
),
registry as (
    select
        *,
        case when trim(died) not in ('', '00000000') then cast(strptime(died, '%Y%m%d') as date) end as died_on
    from dthreg
)
select
    coalesce(h.pat_no, r.pat_no) as person_source_value,
    p.person_id as person_id,
    h.dead_on as hospital_date,
    r.died_on as registry_date,
    case
        when r.died_on is null then h.dead_on
        when abs(r.died_on - h.dead_on) > 30 then h.dead_on
        else r.died_on
    end as death_date,
    case
        when h.dead_on is not null and r.died_on is not null then 'both'
        when r.died_on is not null then 'registry'
        else 'hospital'
    end as date_source,
    r.icd as cause_source_value,
    r.place as place
from hospital as h
full join registry as r on r.pat_no = h.pat_no
left join person as p on p.person_source_value = coalesce(h.pat_no, r.pat_no)
where h.dead_on is not null or r.died_on is not null
