with cohort as (
  select account_id, min(month_start) as cohort_month from fct_mrr_monthly where mrr > 0 group by account_id
), sizes as (
  select c.cohort_month, count(*) as cohort_size, sum(f.mrr) as starting_mrr
  from cohort c join fct_mrr_monthly f on f.account_id = c.account_id and f.month_start = c.cohort_month
  group by 1
), m as (
  select c.cohort_month, date_diff('month', c.cohort_month, f.month_start) as month_number,
    count(*) filter (where f.mrr > 0) as active_accounts, sum(f.mrr) as mrr
  from cohort c join fct_mrr_monthly f on f.account_id = c.account_id and f.month_start >= c.cohort_month
  group by 1, 2
)
select m.cohort_month, m.month_number, s.cohort_size, m.active_accounts, m.mrr,
  round(m.active_accounts / s.cohort_size, 4) as account_retention,
  round(m.mrr / s.starting_mrr, 4) as revenue_retention
from m join sizes s on s.cohort_month = m.cohort_month
