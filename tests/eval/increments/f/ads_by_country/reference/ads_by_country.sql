select r.date_day, a.account_id, c.account_name, r.ad_id, a.ad_name, upper(a.status) as ad_status, r.country,
 coalesce(n.country_name, r.country) as country_name, sum(r.clicks) as clicks, sum(r.impressions) as impressions, sum(r.spend) as spend,
 round(100.0 * sum(r.clicks) / nullif(sum(r.impressions), 0), 1) as ctr,
 sum(r.spend) / nullif(sum(r.clicks), 0) as cost_per_click, max(r.reach) as reach
from stg_fb__ad_country r left join stg_fb__ad a on a.ad_id = r.ad_id left join stg_fb__account c on c.account_id = a.account_id
left join stg_fb__country n on n.country_code = r.country
group by all
