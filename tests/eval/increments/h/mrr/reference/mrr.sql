with u as (
 select date_month, customer_id, mrr, is_active, first_active_month, is_first_month from customer_revenue_by_month
 union all
 select date_month, customer_id, mrr, is_active, first_active_month, is_first_month from customer_churn_month
), p as (
 select *, lag(is_active, 1, false) over w as was_active, coalesce(lag(mrr) over w, 0) as mrr_previous_month,
  sum(mrr) over (w rows between unbounded preceding and current row) as revenue_to_date
 from u window w as (partition by customer_id order by date_month)
)
select p.date_month, p.customer_id, p.mrr, p.is_active, p.mrr_previous_month, p.mrr - p.mrr_previous_month as mrr_change,
 case when p.mrr_previous_month = 0 then 0 else round(100.0 * (p.mrr - p.mrr_previous_month) / p.mrr_previous_month, 1) end as mrr_change_pct,
 case when p.is_first_month then 'new' when not p.is_active and coalesce(p.was_active, false) then 'churn'
  when p.is_active and not coalesce(p.was_active, false) then 'reactivation'
  when p.mrr > p.mrr_previous_month then 'expansion' when p.mrr < p.mrr_previous_month then 'contraction' else 'flat' end as change_category,
 least(p.mrr, p.mrr_previous_month) as renewal_amount,
 date_diff('month', p.first_active_month, p.date_month) as tenure_months,
 p.revenue_to_date, coalesce(a.owner_name, 'house account') as account_owner
from p left join (
 select * from crm_accounts qualify row_number() over (partition by customer_id order by updated_at desc) = 1
) a on a.customer_id = p.customer_id
