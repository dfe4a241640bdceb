with cr as (
  select * from stg_linkedin_ads__creative_history
  qualify row_number() over (partition by creative_id order by last_modified_at desc) = 1
)
select r.date_day, r.creative_id, c.campaign_id, c.campaign_name, c.campaign_type, g.campaign_group_id,
  g.campaign_group_name, a.account_id, a.account_name, a.currency, lower(cr.creative_status) as creative_status,
  cr.click_uri, split_part(cr.click_uri, '?', 1) as base_url,
  nullif(split_part(split_part(cr.click_uri, 'utm_source=', 2), '&', 1), '') as utm_source,
  cr.last_modified_at as creative_modified_at, sum(r.clicks) as clicks, sum(r.impressions) as impressions,
  sum(r.cost) as cost, sum(r.video_views) as video_views,
  sum(coalesce(r.external_website_conversions, 0) + coalesce(r.one_click_leads, 0)) as total_conversions,
  sum(r.clicks) / nullif(sum(r.impressions), 0) as click_through_rate
from stg_linkedin_ads__ad_analytics_by_creative r
left join cr on cr.creative_id = r.creative_id
left join stg_linkedin_ads__campaign_history c on c.campaign_id = cr.campaign_id and c.is_latest_version
left join stg_linkedin_ads__campaign_group_history g
  on g.campaign_group_id = c.campaign_group_id and g.is_latest_version
left join stg_linkedin_ads__account_history a on a.account_id = c.account_id and a.is_latest_version
group by all
