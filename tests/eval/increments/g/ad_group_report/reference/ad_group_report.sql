select s.source_relation, s.date_day, a.account_name, a.account_id, a.currency_code, c.campaign_name, c.campaign_id, g.ad_group_name, g.ad_group_id,
 g.ad_group_status, g.ad_group_type, sum(s.spend) as spend, sum(s.clicks) as clicks, sum(s.impressions) as impressions,
 sum(coalesce(s.conversions, 0)) as conversions, sum(coalesce(s.conversions_value, 0)) as conversions_value
from stg_google_ads__ad_group_stats s
left join stg_google_ads__ad_group_history g on g.ad_group_id = s.ad_group_id and g.source_relation = s.source_relation and g.is_most_recent_record
left join stg_google_ads__campaign_history c on c.campaign_id = g.campaign_id and c.source_relation = g.source_relation and c.is_most_recent_record
left join stg_google_ads__account_history a on a.account_id = c.account_id and a.source_relation = c.source_relation and a.is_most_recent_record
group by all
