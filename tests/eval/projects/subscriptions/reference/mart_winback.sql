with last_subscription as (
    select *
    from stg_subscriptions
    qualify row_number() over (partition by user_id order by ended_on desc nulls first, subscription_id desc) = 1
),
lost as (
    select user_id, sum(mrr_eur) as mrr
    from (
        select *
        from int_subscription_months
        qualify month_start = max(month_start) over (partition by user_id)
    ) as final_month
    group by user_id
)
select
    u.user_id as user_id,
    u.email as email,
    u.country_code as country_code,
    u.is_marketable as is_marketable,
    s.plan_code as last_plan_code,
    s.ended_on as ended_on,
    s.cancel_reason as cancel_reason,
    cast(l.mrr as decimal(12, 2)) as lost_mrr_eur,
    cast(row_number() over (partition by u.country_code order by l.mrr desc, u.user_id) as integer) as country_rank,
    cast(round(
        l.mrr * 100 / nullif(sum(l.mrr) over (partition by u.country_code), 0), 1
    ) as decimal(5, 1)) as country_share_pct,
    'WB-' || u.country_code || '-' || lpad(cast(u.user_id as varchar), 5, '0') as offer_code
from stg_users as u
inner join last_subscription as s on s.user_id = u.user_id
inner join lost as l on l.user_id = u.user_id
where not exists (
    select 1 from int_subscription_months as m
    where m.user_id = u.user_id and m.month_start = date '2025-06-01'
)
