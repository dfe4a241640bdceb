with staff as (

    select *
    from {{ ref('stg_staff') }}

), posts as (

    select *
    from {{ ref('stg_posts') }}

), joined as (

    select
        staff.staff_id,
        staff.full_name,
        posts.post_title
    from staff
    left join posts
        on posts.staff_id = staff.staff_id

)

select *
from joined
