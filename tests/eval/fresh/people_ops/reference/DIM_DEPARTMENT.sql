select
    d.DEPT_ID as DEPARTMENT_ID,
    trim(d.DEPT_NAME) as DEPARTMENT_NAME,
    trim(coalesce(p.DEPT_NAME, d.DEPT_NAME)) as PARENT_NAME,
    lpad(cast(d.COST_CENTRE as varchar), 6, '0') as COST_CENTRE,
    d.CLOSED_ON,
    case when d.CLOSED_ON is not null then 'N' else 'Y' end as IS_OPEN,
    coalesce(e.FULL_NAME, 'vacant') as MANAGER_NAME
from DEPARTMENT as d
left join DEPARTMENT as p on p.DEPT_ID = d.PARENT_ID
left join DIM_EMPLOYEE as e on e.EMPLOYEE_NO = d.MANAGER_NO
where d.DEPT_ID <> 0
