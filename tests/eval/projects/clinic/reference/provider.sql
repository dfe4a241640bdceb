with attended as (
    select att_id, count(*) as encounters
    from enc
    where state is distinct from 'C'
    group by att_id
)
select
    s.staff_id as provider_id,
    trim(regexp_replace(trim(s.full_name), '^((Prof\.|Dr\.|med\.|Dipl\.-Psych\.)\s*)+', '')) as provider_name,
    case
        when length(regexp_replace(s.licence, '\D', '', 'g')) = 0 then null
        when length(regexp_replace(s.licence, '\D', '', 'g')) > 9 then regexp_replace(s.licence, '\D', '', 'g')
        else lpad(regexp_replace(s.licence, '\D', '', 'g'), 9, '0')
    end as licence_no,
    coalesce(c.concept_id, 0) as specialty_concept_id,
    s.spec as specialty_source_value,
    s.yob as year_of_birth,
    s.sex as gender_source_value,
    s.pager as pager,
    s.left_on as left_date,
    case when s.left_on is null or s.left_on > date '2024-12-31' then 'Y' else 'N' end as is_active,
    coalesce(a.encounters, 0) as attended_count
from staff as s
left join codes as c on c.list_nm = 'SPEC' and c.code = upper(trim(s.spec))
left join attended as a on a.att_id = s.staff_id
