select
    emp_no as employee_id,          -- key
    fname || ' ' || lname as name,
    coalesce(upper(dept), 'none') as department,
    salary * 12 as annual_salary,
    hired as hired_on,
    case grade when 'A' then 'Senior' when 'B' then 'Junior' else 'Other' end as grade_name
from {{ ref('emp') }}
order by emp_no
