with months as (
    select
        s.*,
        cast(unnest(generate_series(
            date_trunc('month', s.started_on),
            date_trunc('month', least(coalesce(s.ended_on, date '2025-06-30'), date '2025-06-30')),
            interval 1 month
        )) as date) as month_start
    from stg_subscriptions as s
)
select
    m.subscription_id as subscription_id,
    m.user_id as user_id,
    m.month_start as month_start,
    m.plan_code as plan_code,
    m.seats as seats,
    cast(v.price_cents / 100.0 as decimal(12, 2)) as list_price_eur,
    case
        when m.status = 'paused' or v.price_cents is null then 0
        else cast(round(
            v.price_cents * m.seats / (case when v.billing_interval = 'annual' then 12 else 1 end) / 100, 2
        ) as decimal(12, 2))
    end as mrr_eur
from months as m
left join stg_plan_versions as v
    on v.plan_code = m.plan_code and m.month_start between v.valid_from and v.valid_to
