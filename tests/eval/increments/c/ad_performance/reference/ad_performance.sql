with g as (
  select 'google_ads' as platform, date_day, customer_id::varchar as account_id, campaign_id::varchar as campaign_id, campaign_name,
    sum(clicks) as clicks, sum(impressions) as impressions, sum(cost) as spend, coalesce(sum(conversions), 0) as conversions
  from stg_google_ads__campaign_daily group by all
), f as (
  select 'facebook_ads', date_day, account_id::varchar, campaign_id::varchar, campaign_name,
    sum(clicks), sum(impressions), sum(spend), coalesce(sum(purchases), 0)
  from stg_facebook_ads__campaign_daily group by all
), m as (
  select 'microsoft_ads', date_day, account_id::varchar, campaign_id::varchar, campaign_title,
    sum(clicks), sum(impressions), sum(spend), coalesce(sum(all_conversions), 0)
  from stg_microsoft_ads__campaign_daily group by all
), every as (
  select * from g union all select * from f union all select * from m
)
select *, case when clicks <> 0 then spend / clicks end as cost_per_click
from every
