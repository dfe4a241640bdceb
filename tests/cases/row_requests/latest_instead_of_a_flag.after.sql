with ads as (

    select *
    from {{ ref('stg_ads__ad_history') }}
    qualify row_number() over (partition by ad_id order by modified_at desc nulls last) = 1

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
        clicks.clicks,
        lower(ads.status) as ad_status
    from {{ ref('stg_ads__clicks') }} as clicks
    left join ads
        on clicks.ad_id = ads.ad_id
    left join campaigns
        on ads.campaign_id = campaigns.campaign_id

)

select * from final
