with google as (
    select
        day,
        'google' as platform,
        campaign_id,
        spend_micros / 1000000.0 as spend,
        clicks,
        conversions,
        (spend_micros / 1000000.0) / nullif(clicks, 0) as cost_per_click
    from {{ ref('google_ads') }}
),

meta as (
    select
        report_date as day,
        'meta' as platform,
        campaign as campaign_id,
        cost as spend,
        link_clicks as clicks,
        purchases as conversions,
        cost / nullif(link_clicks, 0) as cost_per_click
    from {{ ref('meta_ads') }}
)

select * from google
union all
select * from meta
