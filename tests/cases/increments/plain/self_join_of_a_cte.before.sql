with staff as (
    select employee_id, name, manager_id from employee
)
select
    e.employee_id,
    e.name,
    m.name as manager_name
from staff e
left join staff m on m.employee_id = e.manager_id
