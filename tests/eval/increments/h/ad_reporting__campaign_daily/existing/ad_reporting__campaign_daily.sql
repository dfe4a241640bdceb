{#- facebook and linkedin can be switched off in dbt_project.yml -#}
with google as (

    select
        'google_ads' as platform,
        date_day,
        cast(account_id as varchar) as account_id,
        cast(campaign_id as varchar) as campaign_id,
        campaign_name,
        spend,
        clicks,
        impressions
    from {{ ref('stg_google_ads__campaign_stats') }}

),

{% if var('ad_reporting__facebook_ads_enabled', True) %}
facebook as (

    select
        'facebook_ads' as platform,
        date_day,
        cast(account_id as varchar) as account_id,
        cast(campaign_id as varchar) as campaign_id,
        campaign_name,
        spend,
        clicks,
        impressions
    from {{ ref('stg_facebook_ads__campaign_stats') }}

),
{% endif %}

{% if var('ad_reporting__linkedin_ads_enabled', True) %}
linkedin as (

    select
        'linkedin_ads' as platform,
        date_day,
        cast(account_id as varchar) as account_id,
        cast(campaign_id as varchar) as campaign_id,
        campaign_name,
        cost_in_local_currency as spend,
        clicks,
        impressions
    from {{ ref('stg_linkedin_ads__campaign_stats') }}

),
{% endif %}

unioned as (

    select * from google

    {% if var('ad_reporting__facebook_ads_enabled', True) %}
    union all
    select * from facebook
    {% endif %}

    {% if var('ad_reporting__linkedin_ads_enabled', True) %}
    union all
    select * from linkedin
    {% endif %}

),

aggregated as (

    select
        platform,
        date_day,
        account_id,
        campaign_id,
        campaign_name,
        sum(spend) as spend,
        sum(clicks) as clicks,
        sum(impressions) as impressions
    from unioned
    group by 1, 2, 3, 4, 5

)

select
    *,
    spend / nullif(clicks, 0) as cost_per_click
from aggregated
