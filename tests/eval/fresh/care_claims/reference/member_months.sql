with months as (
    select cast(month_start as date) as month_start
    from generate_series(timestamp '2024-01-01', timestamp '2024-12-01', interval 1 month) as s (month_start)
),

covered as (
    select
        e.*,
        s.month_start
    from eligibility as e
    inner join months as s
        on e.enroll_start <= last_day(s.month_start)
        and coalesce(e.enroll_end, date '9999-12-31') >= s.month_start
    where e.enroll_end is null or e.enroll_end >= e.enroll_start
    qualify row_number() over (partition by e.member_id, s.month_start order by e.enroll_start desc) = 1
)

select
    c.member_id,
    c.month_start,
    c.plan_code,
    trim(c.payer) as payer,
    coalesce(c.dual_flag = '1', false) as is_dual,
    date_sub('year', m.birth_date, c.month_start) as age,
    row_number() over (partition by c.member_id order by c.month_start) as month_no
from covered as c
inner join stg_members as m on m.member_id = c.member_id
