with latest as (
    select *
    from billing_subscriptions
    qualify row_number() over (partition by sub_no order by changed_at desc) = 1
),

priced as (
    select
        s.sub_no as subscription_id,
        s.account_no as account_id,
        s.plan_code,
        p.title as plan_title,
        lower(p.period) as billing_period,
        coalesce(s.seats, 1) as seats,
        cast(p.price_cents / 100.0 as decimal(10, 2)) as list_price,
        coalesce(cast(s.discount_pct / 100.0 as decimal(6, 4)), 0) as discount_rate,
        s.starts_on,
        s.ends_on
    from latest as s
    inner join accounts as a on a.account_id = s.account_no
    left join billing_plans as p on p.plan_code = s.plan_code
    where s.state <> 'draft' and s.starts_on is not null
)

select
    subscription_id,
    account_id,
    plan_code,
    plan_title,
    billing_period,
    seats,
    list_price,
    discount_rate,
    coalesce(
        cast(
            round(
                list_price * seats * (1 - discount_rate)
                / case billing_period when 'yearly' then 12 when 'quarterly' then 3 else 1 end,
                2
            ) as decimal(12, 2)
        ),
        0
    ) as mrr,
    cast(date_trunc('month', starts_on) as date) as start_month,
    cast(date_trunc('month', ends_on) as date) as end_month,
    ends_on is null as is_running
from priced
