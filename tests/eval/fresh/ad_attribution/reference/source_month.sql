with spent as (
    select
        cast(date_trunc('month', spend_date) as date) as month,
        utm_source,
        sum(spend) as spend,
        sum(clicks) as clicks
    from ad_spend
    group by all
),

touched as (
    select
        conversion_month,
        utm_source,
        sum(first_touch) as first_touch_conversions,
        sum(last_touch) as last_touch_conversions,
        sum(linear_revenue) as attributed_revenue
    from visit_touches
    group by all
)

select
    s.month,
    s.utm_source,
    s.spend,
    s.clicks,
    coalesce(t.first_touch_conversions, 0) as first_touch_conversions,
    coalesce(t.last_touch_conversions, 0) as last_touch_conversions,
    coalesce(t.attributed_revenue, 0) as attributed_revenue,
    round(s.spend / nullif(t.last_touch_conversions, 0), 2) as cost_per_conversion,
    round(coalesce(t.attributed_revenue, 0) / nullif(s.spend, 0), 4) as return_on_spend
from spent as s
left join touched as t on t.conversion_month = s.month and t.utm_source = s.utm_source
