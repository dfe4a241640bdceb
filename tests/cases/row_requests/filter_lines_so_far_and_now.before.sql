with visits as (

    select
        visit_id,
        page,
        visit_day,
        device
    from {{ ref('stg_visits') }}
    where page is not null

),

days as (

    select
        page,
        visit_day,
        count(*) as visits,
        count(case when visits.device = 'phone' then 1 end) as visits_by_phone
    from visits
    group by 1, 2

)

select *
from days
