select
    'M-' || claim_id as claim_key,
    'medical' as claim_type,
    member_id,
    min(service_from) as claim_date,
    sum(paid_amount) as paid_amount,
    count(*) as line_count
from int_medical_lines
group by claim_id, member_id
union all
select
    'P-' || fill_id as claim_key,
    'pharmacy' as claim_type,
    member_id,
    fill_date as claim_date,
    paid_amount,
    1 as line_count
from int_pharmacy_fills
