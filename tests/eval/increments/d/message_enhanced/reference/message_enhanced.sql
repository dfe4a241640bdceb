select m.id as message_id, m.created_at as message_created_at, m.date_sent as message_sent_at, m.account_id,
  (select a.friendly_name from account_history a where a.id = m.account_id order by a.updated_at desc limit 1)
    as account_name,
  m.direction, case when m.direction = 'inbound' then m.from_number else m.to_number end as contact_number, m.status,
  coalesce(m.status, '') in ('failed', 'undelivered') as is_failed, m.error_code, m.error_message, m.body,
  m.num_segments, m.num_media, m.price, m.price_unit, m.messaging_service_id,
  s.friendly_name as messaging_service_name
from message m
left join messaging_service s on s.messaging_service_id = m.messaging_service_id
