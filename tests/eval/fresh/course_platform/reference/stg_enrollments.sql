with latest as (
    select *
    from raw_enrollments
    qualify row_number() over (partition by id order by _synced_at desc) = 1
)

select
    id as enrollment_id,
    user_id,
    course_id,
    cast(enrolled_at as date) as enrolled_on,
    cast(date_trunc('month', enrolled_at) as date) as enrollment_month,
    coalesce(lower(status), 'active') as status,
    coalesce(trim(coupon) <> '', false) as has_coupon
from latest
where lower(status) is distinct from 'test'
