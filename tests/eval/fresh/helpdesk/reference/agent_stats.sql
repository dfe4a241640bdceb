select
    a.agent_id,
    upper(a.last_name) as last_name,
    coalesce(a.team, 'no team') as team,
    count(t.ticket_id) as tickets_assigned,
    count(t.ticket_id) filter (where t.status in ('new', 'open', 'pending')) as tickets_open,
    cast(min(t.created_at) as date) as first_ticket_date,
    cast(max(t.created_at) as date) as last_ticket_date,
    cast(round(avg(t.satisfaction), 2) as decimal(4, 2)) as avg_satisfaction
from agents as a
left join tickets as t
    on t.assignee_id = a.agent_id and not t.is_deleted and t.channel is distinct from 'spam'
where a.active = 'Y'
group by a.agent_id, a.last_name, a.team
