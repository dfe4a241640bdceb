{{ config(enabled=var('ad_reporting__google_ads_enabled', True)) }}

with stats as (

    select *
    from {{ ref('stg_google_ads__campaign_stats') }}
),

campaigns as (

    select *
    from {{ ref('stg_google_ads__campaign_history') }}
    where is_most_recent_record = true
),

accounts as (

    select *
    from {{ ref('stg_google_ads__account_history') }}
    where is_most_recent_record = true
),

fields as (

    select
        stats.date_day,
        accounts.account_name,
        campaigns.account_id,
        accounts.currency_code,
        campaigns.campaign_name,
        stats.campaign_id,
        campaigns.advertising_channel_type,
        campaigns.advertising_channel_subtype,
        campaigns.status,
        sum(stats.spend) as spend,
        sum(stats.clicks) as clicks,
        sum(stats.impressions) as impressions

    from stats
    left join campaigns
        on stats.campaign_id = campaigns.campaign_id
    left join accounts
        on campaigns.account_id = accounts.account_id
    {{ dbt_utils.group_by(9) }}
),

final as (

    select
        *,
        case when clicks = 0 then null else spend / clicks end as cost_per_click,
        case when impressions = 0 then null else clicks / impressions end as click_through_rate
    from fields
)

select *
from final
