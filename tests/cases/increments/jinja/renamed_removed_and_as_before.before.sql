select
    emp_no as employee_id,          -- key
    fname || ' ' || lname as name,
    upper(dept) as department,
    fname as nick,
    salary * 12 as yearly,
    hired as hired_on
from {{ ref('emp') }}
order by emp_no
