with events as (
    select
        e.*,
        v.country
    from page_events as e
    left join visitors as v on v.visitor_id = e.visitor_id
    where e.session_id is not null and v.is_bot is distinct from true
),

sessions as (
    select
        session_id,
        any_value(visitor_id) as visitor_id,
        coalesce(upper(any_value(country)), '??') as country,
        min(occurred_at) as started_at,
        max(occurred_at) as ended_at,
        count(*) filter (where event_name = 'page_view') as page_views,
        arg_min(page_url, occurred_at) as first_url,
        arg_min(coalesce(referrer, ''), occurred_at) as first_referrer
    from events
    group by session_id
),

ordered as (
    select
        session_id,
        sum(total) as amount
    from orders
    group by session_id
)

select
    s.session_id,
    s.visitor_id,
    s.country,
    s.started_at,
    cast(s.started_at as date) as session_date,
    s.page_views,
    split_part(replace(s.first_url, 'https://lumen.test', ''), '?', 1) as landing_path,
    case
        when s.first_referrer = '' then 'direct'
        when s.first_referrer like '%google%' or s.first_referrer like '%bing%' then 'search'
        else 'referral'
    end as channel,
    date_diff('second', s.started_at, s.ended_at) as duration_seconds,
    s.page_views = 1 as is_bounce,
    row_number() over (partition by s.visitor_id order by s.started_at) as visitor_session_no,
    coalesce(o.amount, 0) as order_amount
from sessions as s
left join ordered as o on o.session_id = s.session_id
