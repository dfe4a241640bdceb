select
    s.session_id as session_id,
    s.user_id as user_id,
    s.started_at as started_at,
    s.device as device,
    cast(count(*) filter (where lower(e.event_name) = 'page_view') as integer) as page_views,
    max(case when lower(e.page) like '/pricing%' then 1 else 0 end) as saw_pricing,
    case
        when bool_or(e.event_name = 'purchase') then 'purchase'
        when bool_or(e.event_name = 'checkout_start') then 'checkout'
        when bool_or(e.event_name = 'add_to_cart') then 'cart'
        else 'browse'
    end as funnel_stage,
    cast(date_diff('second', min(e.event_at), max(e.event_at)) as integer) as active_seconds
from raw_page_events as e
inner join raw_sessions as s on s.session_id = e.session_id
where s.device is distinct from 'bot'
group by s.session_id, s.user_id, s.started_at, s.device
having count(*) >= 2
