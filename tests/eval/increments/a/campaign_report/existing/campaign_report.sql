with stats as (

    select *
    from {{ ref('stg_campaign_stats') }}
),

accounts as (

    select *
    from {{ ref('stg_account_history') }}
    where is_most_recent_record = True
),

campaigns as (

    select *
    from {{ ref('stg_campaign_history') }}
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
        campaigns.status,
        sum(stats.spend) as spend,
        sum(stats.clicks) as clicks,
        sum(stats.impressions) as impressions
    from stats
    left join campaigns
        on stats.campaign_id = campaigns.campaign_id
    left join accounts
        on stats.account_id = accounts.account_id
    where stats.clicks > 0
    {{ dbt_utils.group_by(7) }}
)

select *
from fields
