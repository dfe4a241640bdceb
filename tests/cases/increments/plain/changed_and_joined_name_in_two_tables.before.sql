select
    policy_id,
    lower(status) as status_label,
    premium
from policy
where status <> 'cancelled'
