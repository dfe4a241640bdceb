with latest_claims as (
    select *
    from CLAIM
    qualify row_number() over (partition by claim_no order by claim_version desc) = 1
),

paid as (
    select
        stay_id,
        sum(paid_amt) filter (where claim_type = 'I') as facility_paid,
        sum(paid_amt) filter (where claim_type = 'P') as professional_paid
    from latest_claims
    where claim_status is distinct from 'V'
    group by stay_id
),

stays as (
    select
        *,
        lag(disch_dt) over (partition by patient_id order by admit_dt) as previous_discharge
    from STAY
    where disch_dt is not null
)

select
    s.stay_id,
    s.patient_id,
    coalesce(h.hospital_name, 'Unknown hospital') as hospital_name,
    s.admit_dt as admit_date,
    s.disch_dt as discharge_date,
    greatest(s.disch_dt - s.admit_dt, 1) as length_of_stay,
    date_sub('year', p.birth_date, s.admit_dt) as age_at_admission,
    case when p.sex in ('M', 'F') then p.sex else 'U' end as sex,
    d.drg_desc as drg_description,
    coalesce(c.facility_paid, 0) as facility_paid,
    coalesce(c.professional_paid, 0) as professional_paid,
    coalesce(c.facility_paid, 0) + coalesce(c.professional_paid, 0) as total_paid,
    case
        when s.disch_disp in ('H', 'HH') then 'Home'
        when s.disch_disp = 'T' then 'Transfer'
        when s.disch_disp in ('SNF', 'RHB') then 'Facility'
        when s.disch_disp = 'X' then 'Deceased'
        else 'Other'
    end as discharge_group,
    case when s.admit_dt - s.previous_discharge <= 30 then 'Y' else 'N' end as readmission_30d
from stays as s
left join PATIENT as p on p.patient_id = s.patient_id
left join HOSPITAL as h on h.hospital_code = s.hospital_code
left join DRG as d on d.drg_code = s.drg_code
left join paid as c on c.stay_id = s.stay_id
