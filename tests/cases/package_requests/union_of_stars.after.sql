with google_ads as (

    select
        source_relation,
        date_day,
        'google_ads' as platform,
        cast(account_id as {{ dbt.type_string() }}) as account_id,
        account_name,
        clicks,
        spend,
        conversions,
        impressions
    from {{ ref('google_ads__account_report') }}

), facebook_ads as (

    select
        source_relation,
        date_day,
        'facebook_ads' as platform,
        cast(account_id as {{ dbt.type_string() }}) as account_id,
        account_name,
        clicks,
        spend,
        conversions,
        impressions
    from {{ ref('facebook_ads__account_report') }}

), unioned as (

    select * from google_ads
    union all
    select * from facebook_ads

), final as (

    select
        source_relation,
        date_day,
        platform,
        account_id,
        account_name,
        sum(clicks) as clicks,
        sum(spend) as spend,
        coalesce(sum(conversions), 0) as conversions,
        sum(impressions) as impressions
    from unioned
    {{ dbt_utils.group_by(5) }}
)

select *
from final
