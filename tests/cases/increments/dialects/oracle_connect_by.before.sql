select level as depth,
       e.employee_id,
       nvl(e.name, '?') as called
from employees e
where e.left_on is null
start with e.boss_id is null
connect by prior e.employee_id = e.boss_id
