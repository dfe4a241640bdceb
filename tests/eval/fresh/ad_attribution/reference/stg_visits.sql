with cleaned as (
    select
        *,
        lower(trim(src)) as source
    from web_visits
    where is_bot is distinct from 'yes'
)

select
    visit_id,
    user_ref as user_id,
    begun_at as started_at,
    finished_at as ended_at,
    date_diff('minute', begun_at, finished_at) as minutes_on_site,
    case when coalesce(source, '') = '' then 'direct' when source = 'fb' then 'facebook' else source end as utm_source,
    medium as utm_medium,
    coalesce(campaign, '(not set)') as utm_campaign,
    split_part(landing_url, '?', 1) as landing_path,
    coalesce(page_count = 1, false) as is_bounce
from cleaned
