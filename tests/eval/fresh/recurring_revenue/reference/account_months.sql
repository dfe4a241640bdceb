with firsts as (
    select
        account_id,
        min(start_month) as first_month
    from subscriptions
    group by account_id
),

totals as (
    select
        f.account_id,
        m.month_start,
        f.first_month,
        coalesce(sum(s.mrr), 0) as mrr,
        coalesce(sum(s.seats), 0) as seats,
        count(s.subscription_id) as active_subscriptions
    from firsts as f
    inner join months as m on m.month_start >= f.first_month
    left join subscriptions as s
        on s.account_id = f.account_id
        and s.start_month <= m.month_start
        and (s.end_month is null or s.end_month > m.month_start)
    group by f.account_id, m.month_start, f.first_month
)

select
    account_id,
    month_start,
    mrr,
    seats,
    active_subscriptions,
    mrr > 0 as is_active,
    first_month,
    date_diff('month', first_month, month_start) as months_since_start
from totals
