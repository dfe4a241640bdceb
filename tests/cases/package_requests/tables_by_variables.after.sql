{{ config(enabled=var('ad_reporting__ads_enabled', True)) }}

with stats as (

    select *
    from {{ var('campaign_stats') }}
),

accounts as (

    select *
    from {{ var('account_history') }}
    where is_most_recent_record = True
),

campaigns as (

    select *
    from {{ var('campaign_history') }}
    where is_most_recent_record = True
),

fields as (

    select
        stats.source_relation,
        stats.date_day,
        accounts.account_name,
        accounts.account_id,
        campaigns.campaign_name,
        campaigns.campaign_id,
        sum(stats.spend) as spend,
        sum(stats.clicks) as clicks,
        campaigns.status as campaign_status,
        sum(stats.impressions) as impressions,
        coalesce(sum(stats.conversions), 0) as conversions

        {{ ads_persist_pass_through_columns(pass_through_variable='ads__campaign_stats_passthrough_metrics', identifier='stats', transform='sum') }}

    from stats
    left join campaigns
        on stats.campaign_id = campaigns.campaign_id
        and stats.source_relation = campaigns.source_relation
    left join accounts
        on campaigns.account_id = accounts.account_id
        and campaigns.source_relation = accounts.source_relation
    {{ dbt_utils.group_by(6) }}, 9
)

select *
from fields
