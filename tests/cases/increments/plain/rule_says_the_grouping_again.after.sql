with visits as (

    select
        member_id,
        count(*) as visit_count,
        count(case when kind = 'class' then visit_id end) as class_count,
        count(case when left_at is not null then visit_id end) as count_left,
        count(case when kind = 'pool' then 1 end) as pool_count
    from visit
    group by member_id

)

select
    member.member_id,
    coalesce(visits.visit_count, 0) as visit_count,
    coalesce(visits.class_count, 0) as class_count,
    coalesce(visits.count_left, 0) as count_left,
    coalesce(visits.pool_count, 0) as pool_count
from member
left join visits
    on visits.member_id = member.member_id
