with team as (
    select
        t.job_id,
        string_agg(u.full_name, ', ' order by u.full_name) filter (where upper(t.role_cd) = 'HM') as hiring_managers,
        string_agg(u.full_name, ', ' order by u.full_name) filter (where upper(t.role_cd) = 'RE') as recruiters
    from job_team t
    join hr_user u on u.user_id = cast(t.user_id as varchar)
    group by t.job_id
),
departments as (
    select jd.job_id, string_agg(d.dept_nm, '; ' order by d.dept_nm) as names
    from job_dept jd
    join dept d on d.dept_id = jd.dept_id
    group by jd.job_id
),
parent_names as (
    select distinct jd.job_id, p.dept_nm
    from job_dept jd
    join dept d on d.dept_id = jd.dept_id
    join dept p on p.dept_id = d.parent_dept_id
),
parents as (
    select job_id, string_agg(dept_nm, '; ' order by dept_nm) as names
    from parent_names
    group by job_id
)
select
    cast(j.job_id as varchar) as job_id,
    j.job_nm as job_title,
    case upper(j.status_cd) when 'O' then 'open' when 'C' then 'closed' when 'D' then 'draft' else 'unknown' end as job_status,
    'REQ-' || lpad(cast(j.req_no as varchar), 5, '0') as requisition_no,
    j.opened_dt as opened_on,
    j.closed_dt as closed_on,
    date_diff('day', j.opened_dt, coalesce(j.closed_dt, date '2024-12-31')) as days_open,
    t.hiring_managers,
    t.recruiters,
    d.names as departments,
    p.names as parent_departments
from job j
left join team t on t.job_id = j.job_id
left join departments d on d.job_id = j.job_id
left join parents p on p.job_id = j.job_id
where not coalesce(j.deleted, false)
