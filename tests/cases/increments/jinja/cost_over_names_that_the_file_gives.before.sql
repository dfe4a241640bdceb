with google as (
    select
        day,
        'google' as platform,
        campaign_id,
        spend_micros / 1000000.0 as spend,
        clicks
    from {{ ref('google_ads') }}
),

meta as (
    select
        report_date as day,
        'meta' as platform,
        campaign as campaign_id,
        cost as spend,
        link_clicks as clicks
    from {{ ref('meta_ads') }}
)

select * from google
union all
select * from meta
