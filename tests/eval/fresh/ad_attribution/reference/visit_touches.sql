with touches as (
    select
        v.visit_id,
        v.user_id,
        v.started_at,
        v.utm_source,
        v.utm_campaign,
        c.conversion_month,
        c.revenue,
        row_number() over (partition by v.user_id order by v.started_at) as touch_number,
        count(*) over (partition by v.user_id) as touch_count
    from stg_visits as v
    inner join stg_conversions as c on c.user_id = v.user_id
    where v.started_at <= c.converted_at and v.started_at >= c.converted_at - interval 30 day
)

select
    *,
    case when touch_number = 1 then 1 else 0 end as first_touch,
    case when touch_number = touch_count then 1 else 0 end as last_touch,
    case
        when touch_count = 1 then 1.0
        when touch_count = 2 then 0.5
        when touch_number in (1, touch_count) then 0.4
        else 0.2 / (touch_count - 2)
    end as position_share,
    round(revenue / touch_count, 2) as linear_revenue
from touches
