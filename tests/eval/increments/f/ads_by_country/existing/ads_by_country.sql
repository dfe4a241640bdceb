{{ config(enabled=var('ad_reporting__facebook_ads_enabled', True)) }}

{% set metrics = ['clicks', 'impressions', 'spend'] %}

with report as (

    select *
    from {{ ref('stg_fb__ad_country') }}

),

ads as (

    select *
    from {{ ref('stg_fb__ad') }}

),

accounts as (

    select *
    from {{ ref('stg_fb__account') }}

),

joined as (

    select
        report.date_day,
        ads.account_id,
        accounts.account_name,
        report.ad_id,
        ads.ad_name,
        report.country,
        {% for metric in metrics %}
        sum(report.{{ metric }}) as {{ metric }},
        {% endfor %}
        sum(report.clicks) / nullif(sum(report.impressions), 0) as ctr
    from report
    left join ads
        on report.ad_id = ads.ad_id
    left join accounts
        on ads.account_id = accounts.account_id
    {{ dbt_utils.group_by(6) }}

)

select *
from joined
