with months as (
  select cast(m as date) as month_start, last_day(cast(m as date)) as month_end
  from generate_series(timestamp '2024-01-01', timestamp '2024-12-01', interval 1 month) t(m)
), firsts as (
  select account_id, min(start_date) as first_start from int_subscriptions group by account_id
), grid as (
  select m.month_start, m.month_end, f.account_id
  from firsts f join months m on m.month_start >= date_trunc('month', f.first_start)
), agg as (
  select g.account_id, g.month_start,
    coalesce(sum(s.monthly_amount), 0) as mrr,
    count(s.subscription_id) as active_subscriptions,
    coalesce(sum(s.seats), 0) as active_seats
  from grid g
  left join int_subscriptions s on s.account_id = g.account_id
    and s.start_date <= g.month_end and (s.end_date is null or s.end_date > g.month_end)
  group by 1, 2
), w as (
  select *,
    coalesce(lag(mrr) over (partition by account_id order by month_start), 0) as previous_mrr,
    coalesce(sum(mrr) over (partition by account_id order by month_start rows between unbounded preceding and 1 preceding), 0) as mrr_before
  from agg
)
select
  cast(account_id as varchar) || '-' || strftime(month_start, '%Y%m') as account_month_id,
  account_id, month_start, mrr, active_subscriptions, active_seats, previous_mrr,
  mrr - previous_mrr as mrr_change,
  case when mrr = 0 and previous_mrr = 0 then 'inactive'
       when previous_mrr = 0 and mrr_before = 0 then 'new'
       when previous_mrr = 0 then 'reactivation'
       when mrr = 0 then 'churn'
       when mrr > previous_mrr then 'expansion'
       when mrr < previous_mrr then 'contraction'
       else 'flat' end as movement
from w
