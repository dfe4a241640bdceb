with kept as (
    select
        *,
        TO_DATE - FROM_DATE + 1 as days
    from ABSENCE
    where coalesce(upper(STATE), 'APPROVED') not in ('CANCELLED', 'REJECTED')
)

select
    a.ABS_ID as ABSENCE_ID,
    a.EMP_NO as EMPLOYEE_NO,
    case upper(a.ABS_CODE) when 'SIC' then 'Sickness' when 'VAC' then 'Vacation' when 'PAR' then 'Parental leave' else 'Other' end
        as ABSENCE_TYPE,
    a.FROM_DATE as START_DATE,
    a.TO_DATE as END_DATE,
    a.days as CALENDAR_DAYS,
    case when a.CERTIFICATE = 'X' then 'Y' else 'N' end as HAS_CERTIFICATE,
    coalesce(h.DEPARTMENT_NAME, 'unassigned') as DEPARTMENT_NAME,
    sum(coalesce(a.days, 0)) over (partition by a.EMP_NO, year(a.FROM_DATE) order by a.FROM_DATE) as DAYS_SO_FAR_IN_YEAR
from kept as a
left join EMPLOYEE_HISTORY as h
    on h.EMPLOYEE_NO = a.EMP_NO and a.FROM_DATE between h.VALID_FROM and h.VALID_TO
