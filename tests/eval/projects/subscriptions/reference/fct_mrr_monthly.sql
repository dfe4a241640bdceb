with user_months as (
    select user_id, month_start, sum(mrr_eur) as mrr
    from int_subscription_months
    group by user_id, month_start
),
calendar as (
    select cast(unnest(generate_series(
        (select min(month_start) from int_subscription_months), date '2025-06-01', interval 1 month
    )) as date) as month_start
),
grid as (
    select c.month_start, u.user_id, coalesce(m.mrr, 0) as cur
    from calendar as c
    cross join (select distinct user_id from user_months) as u
    left join user_months as m on m.user_id = u.user_id and m.month_start = c.month_start
),
moves as (
    select
        *,
        coalesce(lag(cur) over (partition by user_id order by month_start), 0) as prev,
        coalesce(sum(cur) over (
            partition by user_id order by month_start rows between unbounded preceding and 1 preceding
        ), 0) as earlier
    from grid
),
monthly as (
    select
        month_start,
        count(*) filter (where cur > 0) as paying_users,
        sum(cur) as mrr_eur,
        coalesce(sum(cur) filter (where prev = 0 and earlier = 0), 0) as new_eur,
        coalesce(sum(cur) filter (where prev = 0 and earlier > 0), 0) as comeback_eur,
        coalesce(sum(cur - prev) filter (where prev > 0 and cur > prev), 0) as expansion_eur,
        coalesce(sum(prev) filter (where prev > 0 and cur = 0), 0) as churn_eur
    from moves
    group by month_start
)
select
    month_start as month_start,
    'Q' || quarter(month_start) || ' ' || year(month_start) as quarter_label,
    cast(paying_users as integer) as paying_users,
    cast(mrr_eur as decimal(14, 2)) as mrr_eur,
    cast(new_eur as decimal(14, 2)) as new_eur,
    cast(comeback_eur as decimal(14, 2)) as comeback_eur,
    cast(expansion_eur as decimal(14, 2)) as expansion_eur,
    cast(churn_eur as decimal(14, 2)) as churn_eur,
    cast(round(
        (mrr_eur - lag(mrr_eur) over (order by month_start)) * 100
        / nullif(lag(mrr_eur) over (order by month_start), 0), 1
    ) as decimal(7, 1)) as growth_pct,
    cast(sum(new_eur) over (partition by year(month_start) order by month_start) as decimal(14, 2)) as ytd_new_eur
from monthly
