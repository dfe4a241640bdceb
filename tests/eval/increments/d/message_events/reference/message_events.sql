select e.event_id, e.event_name, e.message_id, e.created_at, e.created_on, e.user_id, u.email as user_email,
  u.first_name || ' ' || u.last_name as user_full_name, u.signup_source, e.campaign_id,
  coalesce(c.campaign_name, 'no campaign') as campaign_name, c.campaign_type, c.recurring_campaign_id, c.message_type_id,
  c.template_id, t.template_name,
  (select count(*) from stg_iterable__event x where x.message_id is not distinct from e.message_id
    and (x.created_at, x.event_id) <= (e.created_at, e.event_id)) as event_number,
  e.platform as device_platform,
  case when e.event_name in ('emailSend', 'pushSend', 'smsSend') then 'send'
    when e.event_name in ('emailOpen', 'pushOpen') then 'open'
    when e.event_name = 'emailClick' then 'click' else 'other' end as event_category,
  m.message_type_name
from stg_iterable__event e
left join stg_iterable__campaign c on c.campaign_id = e.campaign_id
left join stg_iterable__user u on u.user_id = e.user_id
left join stg_iterable__template t on t.template_id = c.template_id
left join stg_iterable__message_type m on m.message_type_id = c.message_type_id
