with valid as (
    select
        *,
        lead(VALID_FROM) over (partition by EMP_NO order by VALID_FROM) as next_from,
        MONTHLY_SALARY * coalesce(PAYMENTS, 12) as yearly
    from ASSIGNMENT
    where REASON is distinct from 'ERR'
),

dated as (
    select
        a.*,
        e.FULL_NAME,
        coalesce(a.next_from - 1, e.LEFT_ON, date '9999-12-31') as until
    from valid as a
    inner join DIM_EMPLOYEE as e on e.EMPLOYEE_NO = a.EMP_NO
)

select
    a.EMP_NO as EMPLOYEE_NO,
    a.FULL_NAME,
    a.VALID_FROM,
    a.until as VALID_TO,
    case when a.until = date '9999-12-31' then 'Y' else 'N' end as IS_CURRENT,
    p.TITLE as POSITION_TITLE,
    p.GRADE,
    d.DEPARTMENT_NAME,
    case a.REASON
        when 'HIR' then 'Hire'
        when 'TRF' then 'Transfer'
        when 'PRO' then 'Promotion'
        when 'SAL' then 'Salary review'
        else 'Other'
    end as CHANGE_REASON,
    coalesce(a.FTE, 1) as FTE,
    a.MONTHLY_SALARY,
    a.yearly as YEARLY_SALARY,
    a.yearly - lag(a.yearly) over (partition by a.EMP_NO order by a.VALID_FROM) as SALARY_CHANGE
from dated as a
left join POSITION as p on p.POS_ID = a.POS_ID
left join DIM_DEPARTMENT as d on d.DEPARTMENT_ID = a.DEPT_ID
