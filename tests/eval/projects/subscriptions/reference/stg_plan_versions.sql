select
    cast(row_number() over (order by plan_code, effective_from) as integer) as plan_version_id,
    plan_code as plan_code,
    plan_name as plan_name,
    effective_from as valid_from,
    coalesce(lead(effective_from) over plan - 1, date '9999-12-31') as valid_to,
    case when lead(effective_from) over plan is null then 'Y' else 'N' end as is_current,
    price_cents as price_cents,
    max_seats as max_seats,
    case split_part(plan_code, '-', 2) when 'M' then 'monthly' when 'Y' then 'annual' end as billing_interval,
    cast(
        round((price_cents - lag(price_cents) over plan) * 100 / nullif(lag(price_cents) over plan, 0), 1)
        as decimal(6, 1)
    ) as price_change_pct
from raw_plans
window plan as (partition by plan_code order by effective_from)
