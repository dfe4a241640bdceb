with paid as (
    select
        enrollment_id,
        sum(amount) as net_paid
    from int_transactions
    group by enrollment_id
)

select
    e.enrollment_id,
    e.user_id,
    u.country_code,
    trim(c.title) as course_title,
    coalesce(k.name, 'Uncategorised') as category_name,
    e.enrolled_on,
    row_number() over (partition by e.user_id order by e.enrolled_on, e.enrollment_id) as enrollment_seq,
    e.enrolled_on - lag(e.enrolled_on) over (partition by e.user_id order by e.enrolled_on, e.enrollment_id)
        as days_since_previous,
    coalesce(l.lessons_completed, 0) as lessons_completed,
    round(100 * coalesce(l.lessons_completed, 0) / nullif(c.lesson_count, 0), 1) as completion_pct,
    e.status = 'completed' or (c.lesson_count > 0 and coalesce(l.lessons_completed, 0) >= c.lesson_count)
        as is_completed,
    coalesce(p.net_paid, 0) as net_paid
from stg_enrollments as e
inner join stg_users as u on u.user_id = e.user_id
inner join raw_courses as c on c.id = e.course_id
left join raw_categories as k on k.id = c.category_id
left join int_lesson_progress as l on l.enrollment_id = e.enrollment_id
left join paid as p on p.enrollment_id = e.enrollment_id
where c.published = true
