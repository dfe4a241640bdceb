with visits as (

    select
        visit_id,
        page,
        visit_day,
        device,
        visitor_id
    from {{ ref('stg_visits') }}
    where page is not null
        and not is_robot is true

),

days as (

    select
        page,
        visit_day,
        count(*) as visits,
        count(case when visits.device = 'phone' then 1 end) as visits_by_phone,
        count(case when visits.device in ('tablet', 'television') then 1 end) as visits_by_others,
        count(distinct visits.visitor_id) as visitors
    from visits
    group by 1, 2

)

select *
from days
