select r.date_day, a.account_name, r.account_id, a.time_zone as account_timezone, r.device_os, r.device_type, r.network,
  r.currency_code, c.campaign_name, r.campaign_id, c.type as campaign_type, g.ad_group_name, r.ad_group_id,
  k.keyword_name, r.keyword_id, k.match_type,
  sum(r.clicks) as clicks, sum(r.impressions) as impressions, sum(r.spend) as spend,
  coalesce(sum(r.conversions), 0) as conversions,
  coalesce(sum(r.revenue), 0) as conversions_value,
  round(sum(r.spend) / nullif(sum(r.conversions), 0), 2) as cost_per_conversion
from stg_microsoft_ads__keyword_daily_report r
left join stg_microsoft_ads__account_history a on a.account_id = r.account_id and a.is_most_recent_record
left join stg_microsoft_ads__campaign_history c on c.campaign_id = r.campaign_id and c.is_most_recent_record
left join stg_microsoft_ads__ad_group_history g on g.ad_group_id = r.ad_group_id and g.is_most_recent_record
left join stg_microsoft_ads__keyword_history k on k.keyword_id = r.keyword_id and k.is_most_recent_record
group by all
