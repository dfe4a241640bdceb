with comments as (
    select
        ticket_id,
        count(*) as comment_count,
        count(*) filter (where is_public and author_role = 'agent') as public_agent_replies,
        min(created_at) filter (where is_public and author_role = 'agent') as first_reply_at
    from ticket_comments
    group by ticket_id
)

select
    t.ticket_id,
    t.subject,
    t.channel,
    coalesce(a.first_name || ' ' || a.last_name, 'unassigned') as assignee_name,
    case
        when t.priority in (1, 2) then 'high'
        when t.priority = 3 then 'normal'
        when t.priority in (4, 5) then 'low'
        else 'unknown'
    end as priority_group,
    t.created_at,
    coalesce(c.comment_count, 0) as comment_count,
    coalesce(c.public_agent_replies, 0) as public_agent_replies,
    c.first_reply_at,
    date_diff('minute', t.created_at, c.first_reply_at) as first_reply_minutes,
    coalesce(t.status in ('solved', 'closed') and c.public_agent_replies = 1, false) as is_one_touch
from tickets as t
left join agents as a on a.agent_id = t.assignee_id
left join comments as c on c.ticket_id = t.ticket_id
where not t.is_deleted and t.channel is distinct from 'spam'
