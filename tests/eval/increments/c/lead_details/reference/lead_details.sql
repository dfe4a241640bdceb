select l.lead_id, l.email, l.first_name, l.last_name, l.company_name, l.lead_source as acquisition_channel,
  ifnull(l.score, 0) as score, l.created_at, h.status as current_status, h.changed_at as status_since,
  (select count(distinct d.delivery_id) from stg_marketo__email_delivery d where d.lead_id = l.lead_id) as count_sends,
  lower(split_part(l.email, '@', 2)) as email_domain,
  (select count(distinct d.delivery_id) from stg_marketo__email_delivery d
    where d.lead_id = l.lead_id and d.opened_at is not null) as count_opens
from stg_marketo__lead l
left join (
  select * from stg_marketo__lead_status_history
  qualify row_number() over (partition by lead_id order by changed_at desc) = 1
) h on h.lead_id = l.lead_id
where l.is_deleted is distinct from true
