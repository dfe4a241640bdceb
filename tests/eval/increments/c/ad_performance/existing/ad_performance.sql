{{ config(materialized='table', tags=['marketing', 'daily']) }}

with google as (

    select *
    from {{ ref('stg_google_ads__campaign_daily') }}
),

{% if var('ad_performance__facebook_enabled', True) %}
facebook as (

    select *
    from {{ ref('stg_facebook_ads__campaign_daily') }}
),
{% endif %}

unioned as (

    select
        'google_ads' as platform,
        date_day,
        cast(customer_id as varchar) as account_id,
        cast(campaign_id as varchar) as campaign_id,
        campaign_name,
        clicks,
        impressions,
        cost as spend
    from google

    {% if var('ad_performance__facebook_enabled', True) %}
    union all

    select
        'facebook_ads' as platform,
        date_day,
        cast(account_id as varchar) as account_id,
        cast(campaign_id as varchar) as campaign_id,
        campaign_name,
        clicks,
        impressions,
        spend
    from facebook
    {% endif %}
),

aggregated as (

    select
        platform,
        date_day,
        account_id,
        campaign_id,
        campaign_name,
        sum(clicks) as clicks,
        sum(impressions) as impressions,
        sum(spend) as spend
    from unioned
    {{ dbt_utils.group_by(5) }}
)

select *
from aggregated
