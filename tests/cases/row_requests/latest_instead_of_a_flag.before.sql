with ads as (

    select *
    from {{ ref('stg_ads__ad_history') }}
    where is_latest

),

campaigns as (

    select *
    from {{ ref('stg_ads__campaign_history') }}
    where is_latest

),

final as (

    select
        clicks.day,
        clicks.ad_id,
        ads.ad_name,
        campaigns.campaign_name,
        clicks.clicks
    from {{ ref('stg_ads__clicks') }} as clicks
    left join ads
        on clicks.ad_id = ads.ad_id
    left join campaigns
        on ads.campaign_id = campaigns.campaign_id

)

select * from final
