with loaded as (
    select
        a.*,
        d.PATIENT_ID,
        cast(a.STARTS_AT as date) as day
    from PMS_APPOINTMENT as a
    inner join D_PATIENT as d on d.PATIENT_ID = a.PAT_ID
    where a.CLINIC_CODE is distinct from 'TRN'
        and cast(a.STARTS_AT as date) between date '2024-01-01' and date '2024-06-30'
)

select
    a.APPT_ID as APPOINTMENT_ID,
    a.PATIENT_ID,
    coalesce(p.PRACTITIONER_NAME, 'Unassigned') as PRACTITIONER_NAME,
    a.CLINIC_CODE,
    a.day as APPOINTMENT_DATE,
    a.day - cast(a.BOOKED_AT as date) as LEAD_DAYS,
    coalesce(a.MINUTES, 20) as DURATION_MIN,
    case
        when upper(a.STATUS) = 'DONE' then 'Attended'
        when upper(a.STATUS) = 'NOSHOW' then 'No show'
        when upper(a.STATUS) in ('CANC_PAT', 'CANC_CLI') then 'Cancelled'
        else 'Open'
    end as OUTCOME,
    case when a.IS_TELE = 1 then 'Remote' else 'On site' end as CHANNEL,
    row_number() over (partition by a.PATIENT_ID order by a.STARTS_AT) as VISIT_NO,
    a.day - lag(a.day) over (partition by a.PATIENT_ID order by a.STARTS_AT) as DAYS_SINCE_PREVIOUS
from loaded as a
left join D_PRACTITIONER as p on p.PRACTITIONER_ID = a.PRAC_ID
