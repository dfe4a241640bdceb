with fills as (
    select
        r.claim_id as fill_id,
        r.member_id,
        r.fill_date,
        lpad(replace(r.ndc, '-', ''), 11, '0') as ndc,
        upper(trim(r.drug_name)) as drug_name,
        coalesce(r.days_supply, 30) as days_supply,
        r.fill_date + coalesce(r.days_supply, 30) as runs_out_on,
        coalesce(r.paid_cents, 0) / 100 as paid_amount
    from pharmacy_claim as r
    inner join stg_members as m on m.member_id = r.member_id
    where r.status = 'PAID'
)

select
    fill_id,
    member_id,
    fill_date,
    ndc,
    drug_name,
    days_supply,
    runs_out_on,
    lag(fill_date) over earlier as previous_fill_date,
    case
        when lag(runs_out_on) over earlier is not null
            then greatest(fill_date - lag(runs_out_on) over earlier, 0)
    end as gap_days,
    paid_amount
from fills
window earlier as (partition by member_id, ndc order by fill_date)
