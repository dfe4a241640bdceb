with admissions as (
    select
        *,
        lag(ontslag_ts) over (partition by patient_nr order by opname_ts) as previous_discharge
    from ADT_OPNAME
    where annulering is distinct from 'J'
),

main as (
    select
        opname_nr,
        arg_min(icd10, volgnr) as icd10
    from DIAGNOSE
    where soort = 'H'
    group by opname_nr
)

select
    a.opname_nr as admission_no,
    a.patient_nr as patient_no,
    a.opname_ts as admitted_at,
    a.ontslag_ts as discharged_at,
    cast(a.ontslag_ts as date) - cast(a.opname_ts as date) as stay_days,
    upper(trim(a.afd_code)) as ward_code,
    coalesce(w.naam, 'Unknown ward') as ward_name,
    a.specialisme as specialty,
    case a.urgentie
        when 'S' then 'emergency'
        when 'E' then 'elective'
        when 'D' then 'day case'
        else 'unspecified'
    end as urgency,
    case p.geslacht when 'M' then 'male' when 'V' then 'female' else 'unknown' end as gender,
    datesub('year', cast(try_strptime(p.geb_dat, '%Y%m%d') as date), cast(a.opname_ts as date)) as age_at_admission,
    m.icd10 as main_diagnosis,
    coalesce(cast(a.opname_ts as date) - cast(a.previous_discharge as date) <= 30, false) as is_readmission
from admissions as a
left join PATIENT as p on p.patient_nr = a.patient_nr
left join AFDELING as w on w.afd_code = upper(trim(a.afd_code))
left join main as m on m.opname_nr = a.opname_nr
