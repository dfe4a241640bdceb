with visits as (

    select
        member_id,
        count(*) as visit_count
    from visit
    group by member_id

)

select
    member.member_id,
    coalesce(visits.visit_count, 0) as visit_count,
    cast(null as integer) as class_count
from member
left join visits
    on visits.member_id = member.member_id
