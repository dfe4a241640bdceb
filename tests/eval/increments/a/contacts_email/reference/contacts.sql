with email_metrics as (
    select recipient_email_address,
        sum(bounces) as total_bounces,
        sum(clicks) as total_clicks,
        sum(opens) as total_opens,
        count(distinct case when bounces > 0 then email_send_id end) as total_unique_bounces,
        count(distinct case when opens > 0 then email_send_id end) as total_unique_opens,
        max(sent_at) as last_email_sent_at
    from email_sends
    group by 1
)
select c.contact_id, c.email, c.contact_name, c.company_name,
    coalesce(c.lifecycle_stage, 'unknown') as lifecycle_stage, c.created_at,
    coalesce(m.total_bounces, 0) as total_bounces,
    coalesce(m.total_clicks, 0) as total_clicks,
    coalesce(m.total_unique_bounces, 0) as total_unique_bounces,
    c.job_title,
    coalesce(m.total_opens, 0) as total_opens,
    coalesce(m.total_unique_opens, 0) as total_unique_opens,
    m.last_email_sent_at
from int_contact_merged c
left join email_metrics m on c.email = m.recipient_email_address
where not coalesce(c.is_contact_deleted, false)
