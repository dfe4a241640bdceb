with months as (
    select cast(month as date) as month
    from generate_series(timestamp '2024-01-01', timestamp '2024-06-01', interval 1 month) as s (month)
),

subs as (
    select
        m.month,
        count(*) filter (where s.ended_on is null or s.ended_on > last_day(m.month)) as active_subs,
        coalesce(
            sum(s.monthly_price) filter (where s.ended_on is null or s.ended_on > last_day(m.month)), 0
        ) as mrr,
        count(*) filter (where s.started_on >= m.month) as new_subs,
        count(*) filter (where s.ended_on >= m.month and s.ended_on <= last_day(m.month)) as churned_subs
    from months as m
    left join stg_subscriptions as s on s.started_on <= last_day(m.month)
    group by m.month
),

cash as (
    select
        cast(date_trunc('month', paid_at) as date) as month,
        sum(net_amount) as cash_in
    from int_payments
    group by date_trunc('month', paid_at)
)

select
    s.month,
    s.active_subs,
    s.mrr,
    s.new_subs,
    s.churned_subs,
    s.mrr - lag(s.mrr) over (order by s.month) as mrr_change,
    coalesce(c.cash_in, 0) as cash_in,
    sum(coalesce(c.cash_in, 0)) over (order by s.month) as cash_in_ytd
from subs as s
left join cash as c on c.month = s.month
