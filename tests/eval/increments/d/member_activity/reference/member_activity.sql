select m.source_relation, m.member_id, m.email_address, m.list_id, l.name as list_name, m.status, m.member_rating, m.vip,
  m.signup_timestamp as signed_up_at, m.source as acquisition_source, m.country_code,
  (select count(*) from stg_mailchimp__campaign_recipients r
    where r.member_id = m.member_id and r.source_relation = m.source_relation) as sends,
  (select count(*) from stg_mailchimp__campaign_activities a where a.member_id = m.member_id
    and a.source_relation = m.source_relation and a.action_type = 'open') as opens,
  (select count(*) from stg_mailchimp__campaign_activities a where a.member_id = m.member_id
    and a.source_relation = m.source_relation and a.action_type = 'click') as clicks,
  (select count(*) from stg_mailchimp__campaign_activities a where a.member_id = m.member_id
    and a.source_relation = m.source_relation and a.action_type = 'bounce') as bounces,
  (select max(a.activity_timestamp) from stg_mailchimp__campaign_activities a where a.member_id = m.member_id
    and a.source_relation = m.source_relation) as last_activity_at
from stg_mailchimp__members m
left join stg_mailchimp__lists l on l.list_id = m.list_id and l.source_relation = m.source_relation
