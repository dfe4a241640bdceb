with coverage as (
    select
        member_id,
        count(*) as covered_months
    from member_months
    group by member_id
),

costs as (
    select
        member_id,
        coalesce(sum(paid_amount) filter (where claim_type = 'medical'), 0) as medical_paid,
        coalesce(sum(paid_amount) filter (where claim_type = 'pharmacy'), 0) as pharmacy_paid,
        min(claim_date) as first_claim_date,
        max(claim_date) as last_claim_date,
        arg_max(claim_type, claim_date) as last_claim_type
    from int_claims
    where claim_date >= date '2024-01-01' and claim_date < date '2025-01-01'
    group by member_id
),

emergencies as (
    select
        member_id,
        count(distinct claim_id) as emergency_visits
    from int_medical_lines
    where care_setting = 'Emergency' and service_from >= date '2024-01-01' and service_from < date '2025-01-01'
    group by member_id
),

totals as (
    select
        m.member_id,
        m.state,
        coalesce(c.covered_months, 0) as covered_months,
        coalesce(p.medical_paid, 0) as medical_paid,
        coalesce(p.pharmacy_paid, 0) as pharmacy_paid,
        round(coalesce(p.medical_paid, 0) + coalesce(p.pharmacy_paid, 0), 2) as total_paid,
        coalesce(e.emergency_visits, 0) as emergency_visits,
        p.first_claim_date,
        p.last_claim_date,
        p.last_claim_type
    from stg_members as m
    left join coverage as c on c.member_id = m.member_id
    left join costs as p on p.member_id = m.member_id
    left join emergencies as e on e.member_id = m.member_id
)

select
    member_id,
    state,
    covered_months,
    medical_paid,
    pharmacy_paid,
    total_paid,
    case when covered_months > 0 then round(total_paid / covered_months, 2) end as paid_per_month,
    emergency_visits,
    first_claim_date,
    last_claim_date,
    last_claim_type,
    case
        when total_paid <= 0 then 'none'
        when total_paid < 500 then 'low'
        when total_paid < 5000 then 'medium'
        else 'high'
    end as cost_group
from totals
