{{ config(enabled=var('ad_reporting__microsoft_ads_enabled', True)) }}

with report as (

    select *
    from {{ ref('stg_microsoft_ads__keyword_daily_report') }}

), keywords as (

    select *
    from {{ ref('stg_microsoft_ads__keyword_history') }}
    where is_most_recent_record = true

), ad_groups as (

    select *
    from {{ ref('stg_microsoft_ads__ad_group_history') }}
    where is_most_recent_record = true

), campaigns as (

    select *
    from {{ ref('stg_microsoft_ads__campaign_history') }}
    where is_most_recent_record = true

), accounts as (

    select *
    from {{ ref('stg_microsoft_ads__account_history') }}
    where is_most_recent_record = true

), joined as (

    select
        report.date_day,
        accounts.account_name,
        report.account_id,
        accounts.time_zone as account_timezone,
        report.device_os,
        report.device_type,
        report.network,
        report.currency_code,
        campaigns.campaign_name,
        report.campaign_id,
        ad_groups.ad_group_name,
        report.ad_group_id,
        keywords.keyword_name,
        report.keyword_id,
        keywords.match_type,
        sum(report.clicks) as clicks,
        sum(report.impressions) as impressions,
        sum(report.spend) as spend

        {{ fivetran_utils.persist_pass_through_columns('microsoft_ads__keyword_passthrough_metrics', transform = 'sum') }}
    from report
    left join accounts
        on report.account_id = accounts.account_id
    left join campaigns
        on report.campaign_id = campaigns.campaign_id
    left join ad_groups
        on report.ad_group_id = ad_groups.ad_group_id
    left join keywords
        on report.keyword_id = keywords.keyword_id
    {{ dbt_utils.group_by(15) }}

)

select *
from joined
