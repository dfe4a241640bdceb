with t as (
  select h.deal_id, h.stage_id, h.entered_at, s.stage_label,
    lead(h.entered_at) over w as exited_at,
    lag(s.stage_label) over w as previous_stage_label
  from stg_hubspot__deal_stage_history h left join stg_hubspot__pipeline_stage s on s.stage_id = h.stage_id
  window w as (partition by h.deal_id order by h.entered_at)
)
select t.deal_id, t.stage_id, d.deal_name, d.amount, t.stage_label,
  coalesce(p.pipeline_label, 'Sales Pipeline') as pipeline_label,
  lower(o.email) as owner_email, t.entered_at, t.exited_at, t.exited_at is null as is_current_stage,
  t.exited_at::date - t.entered_at::date as days_in_stage,
  t.previous_stage_label
from t
join stg_hubspot__deal d on d.deal_id = t.deal_id
left join stg_hubspot__pipeline p on p.pipeline_id = d.pipeline_id
left join stg_hubspot__owner o on o.owner_id = d.owner_id
where d.is_archived is not true
