with grid as (
    select
        c.CLINIC_CODE,
        c.CLINIC_NAME,
        cast(m as date) as MONTH_START
    from PMS_CLINIC as c
    cross join generate_series(timestamp '2024-01-01', timestamp '2024-06-01', interval 1 month) as g(m)
    where c.CLINIC_CODE <> 'TRN' and (c.CLOSED is null or c.CLOSED >= date '2024-01-01')
),

visited as (
    select
        CLINIC_CODE,
        cast(date_trunc('month', APPOINTMENT_DATE) as date) as MONTH_START,
        count(*) filter (where OUTCOME = 'Attended') as VISITS,
        count(*) filter (where OUTCOME = 'No show') as NO_SHOWS,
        count(distinct PATIENT_ID) filter (where OUTCOME = 'Attended') as PATIENTS
    from F_APPOINTMENT
    group by all
),

charged as (
    select
        c.CLINIC_CODE,
        cast(date_trunc('month', a.APPOINTMENT_DATE) as date) as MONTH_START,
        sum(c.AMOUNT) as REVENUE
    from F_CHARGE as c
    inner join F_APPOINTMENT as a on a.APPOINTMENT_ID = c.APPOINTMENT_ID
    group by all
)

select
    g.CLINIC_CODE,
    g.CLINIC_NAME,
    g.MONTH_START,
    coalesce(v.VISITS, 0) as VISITS,
    coalesce(v.NO_SHOWS, 0) as NO_SHOWS,
    coalesce(v.PATIENTS, 0) as PATIENTS,
    round(v.NO_SHOWS / nullif(v.VISITS + v.NO_SHOWS, 0), 3) as NO_SHOW_RATE,
    coalesce(c.REVENUE, 0) as REVENUE,
    sum(coalesce(c.REVENUE, 0)) over (partition by g.CLINIC_CODE order by g.MONTH_START) as REVENUE_TO_DATE
from grid as g
left join visited as v on v.CLINIC_CODE = g.CLINIC_CODE and v.MONTH_START = g.MONTH_START
left join charged as c on c.CLINIC_CODE = g.CLINIC_CODE and c.MONTH_START = g.MONTH_START
