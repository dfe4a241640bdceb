{{ config(enabled=var('ad_reporting__google_ads_enabled', True)) }}

with stats as (

    select *
    from {{ ref('stg_google_ads__ad_group_stats') }}
),

accounts as (

    select *
    from {{ ref('stg_google_ads__account_history') }}
    where is_most_recent_record = True
),

campaigns as (

    select *
    from {{ ref('stg_google_ads__campaign_history') }}
    where is_most_recent_record = True
),

ad_groups as (

    select *
    from {{ ref('stg_google_ads__ad_group_history') }}
    where is_most_recent_record = True
),

fields as (

    select
        stats.date_day,
        accounts.account_name,
        accounts.account_id,
        accounts.currency_code,
        campaigns.campaign_name,
        campaigns.campaign_id,
        ad_groups.ad_group_name,
        ad_groups.ad_group_id,
        ad_groups.ad_group_status,
        ad_groups.ad_group_type,
        sum(stats.spend) as spend,
        sum(stats.clicks) as clicks,
        sum(stats.impressions) as impressions

        {{ fivetran_utils.persist_pass_through_columns(pass_through_variable='google_ads__ad_group_stats_passthrough_metrics', identifier='stats', transform='sum') }}

    from stats
    left join ad_groups
        on stats.ad_group_id = ad_groups.ad_group_id
    left join campaigns
        on ad_groups.campaign_id = campaigns.campaign_id
    left join accounts
        on campaigns.account_id = accounts.account_id
    {{ dbt_utils.group_by(10) }}
)

select *
from fields
