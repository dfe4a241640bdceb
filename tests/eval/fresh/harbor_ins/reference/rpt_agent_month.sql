with m as (
  select cast(x as date) as month_start from generate_series(timestamp '2023-01-01', timestamp '2023-12-01', interval 1 month) t(x)
), prem as (
  select agent_key, date_trunc('month', effective_date) as mon, count(*) as terms,
    count(*) filter (where term_number = 1) as new_terms, sum(annual_premium) as premium
  from dim_policy_term group by 1, 2
), clm as (
  select p.agent_key, date_trunc('month', c.loss_date) as mon, count(*) as claims, sum(c.incurred) as incurred
  from fact_claim c join dim_policy_term p on p.policy_term_id = c.policy_term_id group by 1, 2
), b as (
  select a.agent_key, a.agent_name, a.commission_rate, m.month_start,
    coalesce(prem.terms, 0) as policies_written, coalesce(prem.new_terms, 0) as new_policies,
    coalesce(prem.premium, 0) as written_premium,
    coalesce(clm.claims, 0) as claim_count, coalesce(clm.incurred, 0) as claims_incurred
  from dim_agent a cross join m
  left join prem on prem.agent_key = a.agent_key and prem.mon = m.month_start
  left join clm on clm.agent_key = a.agent_key and clm.mon = m.month_start
  where a.house_account_flag = 'N'
)
select agent_key, month_start, agent_name, policies_written, new_policies, written_premium,
  sum(written_premium) over (partition by agent_key order by month_start) as written_premium_ytd,
  cast(round(written_premium * commission_rate, 2) as decimal(12,2)) as commission_amount,
  claim_count, claims_incurred
from b
