with fb as (
 select date_day, account_id, campaign_id, campaign_name, sum(spend) as spend, sum(clicks) as clicks, sum(impressions) as impressions
 from stg_facebook_ads__campaign_stats group by all
), act as (
 select date_day, campaign_id, sum(value) as conversions from stg_facebook_ads__actions
 where action_type in ('purchase', 'lead') group by all
), u as (
 select 'google_ads' as platform, date_day, account_id::varchar as account_id, campaign_id::varchar as campaign_id, campaign_name,
  spend, clicks, impressions, conversions
 from stg_google_ads__campaign_stats
 union all
 select 'facebook_ads', fb.date_day, fb.account_id::varchar, fb.campaign_id::varchar, fb.campaign_name, fb.spend, fb.clicks, fb.impressions, act.conversions
 from fb left join act on act.date_day = fb.date_day and act.campaign_id = fb.campaign_id
 union all
 select 'linkedin_ads', date_day, account_id::varchar, campaign_id::varchar, campaign_name, coalesce(cost_in_usd, cost_in_local_currency),
  clicks, impressions, external_website_conversions
 from stg_linkedin_ads__campaign_stats
 union all
 select 'tiktok_ads', s.stat_date, s.advertiser_id::varchar, s.campaign_id::varchar,
  (select arg_max(h.campaign_name, h.updated_at) from stg_tiktok_ads__campaign_history h where h.campaign_id = s.campaign_id),
  s.spend, s.clicks, s.impressions, s.conversion
 from stg_tiktok_ads__campaign_stats s
), g as (
 select platform, date_day, account_id, campaign_id, campaign_name, sum(spend) as spend, sum(clicks) as clicks,
  sum(impressions) as impressions, coalesce(sum(conversions), 0) as conversions
 from u group by all
)
select *, spend / nullif(clicks, 0) as cost_per_click,
 spend / nullif(conversions, 0) as cost_per_conversion,
 case when coalesce(impressions, 0) = 0 then 0 else round(100.0 * clicks / impressions, 2) end as click_through_rate
from g
