with touches as (
    select s.*, u.signed_up_at
    from raw_sessions as s
    inner join stg_users as u on u.user_id = s.user_id
    where s.started_at <= u.signed_up_at
    qualify row_number() over (partition by s.user_id order by s.started_at) = 1
)
select
    t.user_id as user_id,
    t.session_id as session_id,
    t.started_at as touched_at,
    t.device as device,
    case
        when t.landing_url is not null
            then coalesce(nullif(regexp_extract(t.landing_url, '^https?://[^/?#]*([^?#]*)', 1), ''), '/')
    end as landing_path,
    c.name as campaign_name,
    case
        when c.code is not null then coalesce(c.channel, 'other')
        when trim(t.utm_campaign) <> '' then 'unknown_campaign'
        when coalesce(trim(t.referrer_host), '') = '' then 'direct'
        when lower(t.referrer_host) like '%google%' or lower(t.referrer_host) like '%bing%' then 'organic'
        else 'referral'
    end as channel,
    cast(date_diff('day', cast(t.started_at as date), cast(t.signed_up_at as date)) as integer) as days_before_signup
from touches as t
left join raw_campaigns as c on c.code = upper(trim(t.utm_campaign))
