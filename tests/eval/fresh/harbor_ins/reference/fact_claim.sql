with t as (
  select claim_number, sum(net_paid_amount) as net_paid,
    min(transaction_date) filter (where transaction_type = 'Payment') as first_payment_date
  from fact_claim_transaction group by 1
), r as (
  select claim_number, amount, row_number() over (partition by claim_number order by transaction_seq desc) as rn
  from fact_claim_transaction where transaction_type = 'Reserve'
), h as (
  select *, strptime(cast(LOSDT as varchar), '%Y%m%d')::date as loss_date,
    strptime(cast(nullif(RPTDT, 0) as varchar), '%Y%m%d')::date as report_date
  from CLMHDR where CLMSTS <> 'X'
)
select
  h.CLMNO as claim_number,
  p.policy_term_id,
  h.loss_date,
  h.report_date,
  date_diff('day', h.loss_date, h.report_date) as report_lag_days,
  coalesce(c.DESCR, 'Unknown') as cause_of_loss,
  coalesce(s.DESCR, h.CLMSTS) as claim_status,
  coalesce(t.net_paid, 0) as net_paid,
  coalesce(r.amount, 0) as outstanding_reserve,
  coalesce(t.net_paid, 0) + coalesce(r.amount, 0) as incurred,
  t.first_payment_date
from h
left join dim_policy_term p on p.policy_number = h.POLNO and h.loss_date >= p.effective_date and h.loss_date < p.expiry_date
left join CODTAB c on c.TABID = 'CAU' and c.CODE = h.CAUCD
left join CODTAB s on s.TABID = 'CST' and s.CODE = h.CLMSTS
left join t on t.claim_number = h.CLMNO
left join r on r.claim_number = h.CLMNO and r.rn = 1
