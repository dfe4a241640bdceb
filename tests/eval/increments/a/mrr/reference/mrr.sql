with base as (select r.*, mrr > 0 as is_active from customer_revenue_by_month r),
w as (
select cast(date_month as varchar) || '-' || customer_id as id, date_month, customer_id, mrr, is_active,
  coalesce(lag(is_active) over (partition by customer_id order by date_month), false) as previous_month_is_active,
  coalesce(lag(mrr) over (partition by customer_id order by date_month), 0) as previous_month_mrr,
  lead(mrr) over (partition by customer_id order by date_month) as next_month_mrr,
  min(case when mrr > 0 then date_month end) over (partition by customer_id) as first_active_month,
  seats, plan_code
from base)
select w.id, w.date_month, w.customer_id, w.mrr, w.is_active, w.previous_month_is_active, w.previous_month_mrr,
  w.mrr - w.previous_month_mrr as mrr_change,
  w.seats as seats,
  w.next_month_mrr,
  case when w.mrr > 0 and not w.previous_month_is_active then 'new'
       when w.mrr <= 0 and w.previous_month_is_active then 'churn'
       when w.mrr > w.previous_month_mrr then 'upgrade'
       when w.mrr < w.previous_month_mrr then 'downgrade'
  end as change_category,
  c.segment as customer_segment,
  case when w.seats > 0 then w.mrr / w.seats end as mrr_per_seat
from w left join customers c on w.customer_id = c.customer_id
