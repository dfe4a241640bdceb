with both_sources as (
    select
        day as spend_date,
        'facebook' as utm_source,
        campaign_name as campaign,
        spend,
        clicks,
        impressions
    from facebook_spend
    union all
    select
        stat_date,
        'google',
        campaign,
        cost_micros / 1000000.0,
        clicks,
        impressions
    from google_spend
)

select
    spend_date,
    utm_source,
    coalesce(campaign, '(not set)') as utm_campaign,
    cast(sum(spend) as decimal(12, 2)) as spend,
    sum(clicks) as clicks,
    sum(impressions) as impressions
from both_sources
where impressions > 0
group by all
