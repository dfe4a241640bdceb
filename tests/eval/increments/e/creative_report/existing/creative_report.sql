{{ config(enabled=var('ad_reporting__linkedin_ads_enabled', True)) }}

with creative as (

    select *
    from {{ ref('stg_linkedin_ads__creative_history') }}
    where is_latest_version

),

campaign as (

    select *
    from {{ ref('stg_linkedin_ads__campaign_history') }}
    where is_latest_version

),

campaign_group as (

    select *
    from {{ ref('stg_linkedin_ads__campaign_group_history') }}
    where is_latest_version

),

account as (

    select *
    from {{ ref('stg_linkedin_ads__account_history') }}
    where is_latest_version

),

report as (

    select *
    from {{ ref('stg_linkedin_ads__ad_analytics_by_creative') }}

),

final as (

    select
        report.date_day,
        report.creative_id,
        campaign.campaign_id,
        campaign.campaign_name,
        campaign.campaign_type, -- TEXT_AD, SPONSORED_UPDATES, ...
        campaign_group.campaign_group_id,
        campaign_group.campaign_group_name,
        account.account_id,
        account.account_name,
        account.currency,
        creative.creative_status,
        creative.click_uri,
        {{ dbt.split_part('creative.click_uri', "'?'", 1) }} as base_url,
        creative.last_modified_at as creative_modified_at,
        sum(report.clicks) as clicks,
        sum(report.impressions) as impressions,
        sum(report.cost) as cost,
        sum(report.video_views) as video_views

        {{ fivetran_utils.persist_pass_through_columns(pass_through_variable='linkedin_ads__creative_passthrough_metrics', transform='sum') }}

    from report
    left join creative
        on report.creative_id = creative.creative_id
    left join campaign
        on creative.campaign_id = campaign.campaign_id
    left join campaign_group
        on campaign.campaign_group_id = campaign_group.campaign_group_id
    left join account
        on campaign.account_id = account.account_id

    {{ dbt_utils.group_by(14) }}

)

select *
from final
