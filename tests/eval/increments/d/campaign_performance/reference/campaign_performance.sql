select s.date_day, any_value(a.account_name) as account_name, any_value(c.account_id) as account_id,
  any_value(a.currency_code) as currency_code, any_value(c.campaign_name) as campaign_name, s.campaign_id,
  any_value(c.advertising_channel_type) as advertising_channel_type,
  any_value(c.advertising_channel_subtype) as advertising_channel_subtype, any_value(c.status) as status,
  sum(s.spend) as spend, sum(s.clicks) as clicks, sum(s.impressions) as impressions,
  case when sum(s.clicks) <> 0 then sum(s.spend) / sum(s.clicks) end as cost_per_click,
  case when sum(s.impressions) <> 0 then sum(s.clicks) / sum(s.impressions) end as click_through_rate,
  sum(coalesce(s.conversions, 0)) as conversions, sum(coalesce(s.conversions_value, 0)) as conversions_value,
  case when sum(coalesce(s.conversions, 0)) <> 0
    then sum(s.spend) / sum(coalesce(s.conversions, 0)) end as cost_per_conversion
from stg_google_ads__campaign_stats s
left join stg_google_ads__campaign_history c on c.campaign_id = s.campaign_id and c.is_most_recent_record
left join stg_google_ads__account_history a on a.account_id = c.account_id and a.is_most_recent_record
group by s.date_day, s.campaign_id
