select
    policy_id,
    upper(policy.status) as status_label,
    premium,
    agent.agent_name
from policy
left join agent on policy.agent_id = agent.agent_id
where policy.status <> 'cancelled'
