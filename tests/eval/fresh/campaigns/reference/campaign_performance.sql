with sent as (
    select
        campaign_id,
        count(*) as messages_delivered,
        count(distinct contact_id) as contacts_reached
    from message
    where not bounced
    group by campaign_id
),

engaged as (
    select
        m.campaign_id,
        count(distinct e.message_id) filter (where e.kind = 'open') as messages_opened,
        count(distinct e.message_id) filter (where e.kind = 'click') as messages_clicked
    from engagement as e
    inner join message as m on m.message_id = e.message_id
    group by m.campaign_id
),

costs as (
    select
        campaign_id,
        sum(amount) as total_cost
    from cost
    group by campaign_id
),

sold as (
    select
        campaign_id,
        sum(revenue) as revenue
    from web_order
    where returned = 'N'
    group by campaign_id
),

joined as (
    select
        c.*,
        coalesce(s.messages_delivered, 0) as messages_delivered,
        coalesce(s.contacts_reached, 0) as contacts_reached,
        coalesce(e.messages_opened, 0) as messages_opened,
        coalesce(e.messages_clicked, 0) as messages_clicked,
        coalesce(k.total_cost, 0) as total_cost,
        coalesce(o.revenue, 0) as revenue
    from campaign as c
    left join sent as s on s.campaign_id = c.campaign_id
    left join engaged as e on e.campaign_id = c.campaign_id
    left join costs as k on k.campaign_id = c.campaign_id
    left join sold as o on o.campaign_id = c.campaign_id
    where c.state <> 'draft'
)

select
    campaign_id,
    replace(campaign_name, '_', ' ') as campaign_name,
    regexp_extract(campaign_name, '_([^_]*)$', 1) as market,
    coalesce(upper(left(channel, 1)) || lower(substr(channel, 2)), 'Unknown') as channel,
    start_date,
    end_date - start_date + 1 as duration_days,
    messages_delivered,
    contacts_reached,
    messages_opened,
    messages_clicked,
    cast(round(messages_opened / nullif(messages_delivered, 0), 4) as decimal(6, 4)) as open_rate,
    total_cost,
    revenue,
    cast(round((revenue - total_cost) / nullif(total_cost, 0), 2) as decimal(8, 2)) as roi
from joined
