select s.date_day, a.account_name, a.account_id, c.campaign_name, c.campaign_id, lower(c.status) as status,
  sum(s.spend) as spend, sum(s.clicks) as clicks, sum(s.impressions) as impressions,
  c.advertising_channel_type,
  sum(coalesce(s.conversions, 0)) as conversions,
  sum(s.conversions_value) as conversions_value,
  sum(s.spend) / nullif(sum(s.clicks), 0) as cost_per_click,
  sum(case when s.device = 'MOBILE' then s.clicks else 0 end) as mobile_clicks
from stg_campaign_stats s
left join stg_campaign_history c on s.campaign_id = c.campaign_id
left join stg_account_history a on s.account_id = a.account_id
where s.clicks > 0
group by all
